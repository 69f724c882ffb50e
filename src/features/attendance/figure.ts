/** What is counted of sessions: each figure by its own fact, none made of another. */
import type { TrainingId } from '../programmes/training.ts'

export type Counted = {
  sessions: number
  /** Seats offered. */
  capacity: number
  /** Seats taken when the session began. */
  taken: number
  /** Went to the room by our page. */
  joined: number
  /** Were in the room long enough to count as having followed. */
  stayed: number
  /** Declared so by who ran the session. */
  present: number
  absent: number
  excused: number
}

export type SessionFigures = Counted & {
  id: string
  trainingId: TrainingId
  startsAt: Date
  zone: string
  trainer: string
}

export type TrainingFigures = Counted & { trainingId: TrainingId }

/** From 0 to 1; null while there is nothing to divide by. */
export type Share = number | null

/** Seats taken out of seats offered. */
export function fillRate({ taken, capacity }: Counted): Share {
  return capacity === 0 ? null : Math.min(1, taken / capacity)
}

export function declaredOf({ present, absent, excused }: Counted): number {
  return present + absent + excused
}

/** Declared absent out of all that were declared; who was excused had said so, and is no absentee. */
export function noShowRate(counted: Counted): Share {
  const declared = declaredOf(counted)
  return declared === 0 ? null : counted.absent / declared
}

export function addUp(all: readonly Counted[]): Counted {
  const sum = (key: keyof Counted) => all.reduce((total, counted) => total + counted[key], 0)
  return {
    sessions: sum('sessions'),
    capacity: sum('capacity'),
    taken: sum('taken'),
    joined: sum('joined'),
    stayed: sum('stayed'),
    present: sum('present'),
    absent: sum('absent'),
    excused: sum('excused'),
  }
}
