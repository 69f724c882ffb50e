/** The mails after a session: the next day, and a month later. */

export const followUpKinds = ['day-after', 'month-after'] as const
export type FollowUpKind = (typeof followUpKinds)[number]
export type FollowUpKey = { bookingId: string; kind: FollowUpKind }

const day = 86_400_000

/**
 * Days after the end of the session: from when a mail is due, and until when it still says something. Older ones are
 * never written, so that a site which begins to send them does not write to everybody it ever knew.
 */
const days: Readonly<Record<FollowUpKind, { from: number; until: number }>> = {
  'day-after': { from: 1, until: 4 },
  'month-after': { from: 30, until: 37 },
}

/** The sessions whose mail is due now: those that ended after `from` and not after `until`. */
export function endedWithin(kind: FollowUpKind, now: Date): { from: Date; until: Date } {
  const before = (count: number) => new Date(now.getTime() - count * day)
  return { from: before(days[kind].until), until: before(days[kind].from) }
}

export function isDue(kind: FollowUpKind, endsAt: Date, now: Date): boolean {
  const { from, until } = endedWithin(kind, now)
  return endsAt > from && endsAt <= until
}
