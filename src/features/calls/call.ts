/** Calls of advisers to owners, and who to call next. */
import { maySeeBusinesses, type Actor } from '../accounts/person.ts'

export const callOutcomes = ['reached', 'no-answer', 'call-back', 'wrong-number', 'refused', 'note'] as const
/** `note`: written without a call. `refused`: does not want to be contacted any more. */
export type CallOutcome = (typeof callOutcomes)[number]

export type Call = {
  id: string
  madeAt: Date
  by: string
  outcome: CallOutcome
  note: string
  /** As 2026-12-01: a day, whatever the hour. */
  nextCallOn: string | null
}

/** Why a business is on the list today, most pressing first. */
export const callReasons = ['agreed', 'absent', 'unfinished', 'plan-sleeps'] as const
export type CallReason = (typeof callReasons)[number]

/** A line of the list. `since`: of the fact that is the reason. */
export type CallToMake = {
  businessId: string
  name: string
  sign: string | null
  commune: string | null
  activityCode: string | null
  departmentCode: string | null
  reason: CallReason
  since: Date
  lastCall: { madeAt: Date; outcome: CallOutcome } | null
  /** When somebody of the shop was last reached; null when never. */
  reachedAt: Date | null
}

/** Days: after a call the shop is left in peace, unless another day was agreed. */
export const daysOfPeace = 7

export function mayCall(actor: Actor | null): boolean {
  return maySeeBusinesses(actor)
}

/** Hours of a quiet shop, from and to, by the wall clock there. */
export type Hours = { from: number; to: number }

/** Beginning of a NAF code to the hours between two rushes; the longest that fits counts. */
const quietHours: Readonly<Record<string, Hours>> = {
  '56': { from: 15, to: 17 },
  '5630': { from: 10, to: 11 },
  '1071': { from: 14, to: 16 },
  '472': { from: 14, to: 16 },
  '9602': { from: 9, to: 10 },
}
const usualQuiet: Hours = { from: 9, to: 11 }

/**
 * When to call: around the hour at which somebody was reached before, else between the rushes of the trade. An
 * estimate of ours, not a measurement.
 * @param hourReached on the wall clock of the shop; null when nobody was.
 */
export function bestHours(activityCode: string | null, hourReached: number | null): Hours {
  if (hourReached !== null) return { from: hourReached, to: hourReached + 1 }
  const fits = Object.keys(quietHours).filter((beginning) => activityCode?.startsWith(beginning))
  const longest = fits.toSorted((one, other) => other.length - one.length)[0]
  return (longest === undefined ? undefined : quietHours[longest]) ?? usualQuiet
}
