import type { AxisId } from '../programmes/question.ts'
import type { PersonaResult } from './persona.ts'

type Figure = 'minutes' | 'euros' | 'seconds' | 'questions'

/** What a change of the content does to one invented shop. */
export type Difference = { persona: string } & (
  | { kind: 'new' | 'gone' | 'other-order' }
  | { kind: 'score'; axis: AxisId; before: readonly number[] | null; after: readonly number[] | null }
  | { kind: 'dii'; before: readonly number[]; after: readonly number[] }
  | { kind: 'action-gained' | 'action-lost'; action: string }
  | { kind: 'figure'; figure: Figure; before: number; after: number }
)

/** Everything that is not as it was, shop by shop. */
export function differencesBetween(
  before: readonly PersonaResult[],
  after: readonly PersonaResult[],
): Difference[] {
  const known = new Map(before.map((result) => [result.persona, result]))
  const present = new Set(after.map(({ persona }) => persona))
  const gone = before.filter(({ persona }) => !present.has(persona))
  return [
    ...after.flatMap((result): Difference[] => {
      const was = known.get(result.persona)
      return was ? changes(was, result) : [{ kind: 'new', persona: result.persona }]
    }),
    ...gone.map(({ persona }): Difference => ({ kind: 'gone', persona })),
  ]
}

function changes(before: PersonaResult, after: PersonaResult): Difference[] {
  return [...scoreChanges(before, after), ...actionChanges(before, after), ...figureChanges(before, after)]
}

function scoreChanges(one: PersonaResult, other: PersonaResult): Difference[] {
  const { persona } = other
  const axes = Object.keys({ ...one.axes, ...other.axes }) as AxisId[]
  const scores = axes.flatMap((axis): Difference[] => {
    const [before, after] = [one.axes[axis] ?? null, other.axes[axis] ?? null]
    return isSame(before, after) ? [] : [{ kind: 'score', persona, axis, before, after }]
  })
  if (isSame(one.dii, other.dii)) return scores
  return [...scores, { kind: 'dii', persona, before: one.dii, after: other.dii }]
}

function actionChanges(before: PersonaResult, after: PersonaResult): Difference[] {
  const { persona } = after
  const [had, has] = [before, after].map(({ actions }) => actions.map(({ action }) => action)) as [
    string[],
    string[],
  ]
  const gained = has.filter((action) => !had.includes(action))
  const lost = had.filter((action) => !has.includes(action))
  if (gained.length + lost.length === 0) return isSame(had, has) ? [] : [{ kind: 'other-order', persona }]
  return [
    ...gained.map((action): Difference => ({ kind: 'action-gained', persona, action })),
    ...lost.map((action): Difference => ({ kind: 'action-lost', persona, action })),
  ]
}

function figureChanges(before: PersonaResult, after: PersonaResult): Difference[] {
  const figures: readonly Figure[] = ['minutes', 'euros', 'seconds', 'questions']
  return figures
    .filter((figure) => before[figure] !== after[figure])
    .map((figure) => ({
      kind: 'figure',
      persona: after.persona,
      figure,
      before: before[figure],
      after: after[figure],
    }))
}

function isSame(one: readonly unknown[] | null, other: readonly unknown[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
