import type { Axis } from '../programmes/question.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'

export type Shelf = { axis: Axis; trainings: readonly Training[] }

/** The trainings side by side as a visitor looks for them: one shelf an axis, by number; no empty shelf. */
export function shelvesOf({ axes, trainings }: Pick<Programme, 'axes' | 'trainings'>): Shelf[] {
  const byNumber = [...trainings].sort((one, other) => numberOf(one) - numberOf(other))
  return axes
    .map((axis) => ({ axis, trainings: byNumber.filter((training) => training.axis === axis.id) }))
    .filter((shelf) => shelf.trainings.length > 0)
}

/** The trainings to have followed first, in the order of the file; ids no longer in use are left out. */
export function prerequisitesOf({ trainings }: Pick<Programme, 'trainings'>, training: Training): Training[] {
  return training.prerequisites.flatMap((id) => trainings.find((other) => other.id === id) ?? [])
}

function numberOf({ id }: Training): number {
  return Number(id.slice(1))
}
