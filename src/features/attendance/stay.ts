/**
 * How long the page of a room was open. The page says so every half minute; what counts is our clock, within the
 * hours of the session, so neither a wrong clock nor a thousand words a second make anybody stay longer.
 */

/** A part of the session during which the page was open. */
export type Stay = { from: Date; to: Date }
/** When the session begins and ends. */
export type Hours = { startsAt: Date; endsAt: Date }

/** The page is closed when it has said nothing for so long; it speaks every half minute. */
export const longestSilence = 90_000
/** What comes sooner after the last word changes nothing. */
const shortestPause = 5_000

/** Is this word worth writing down? */
export function isNews(lastSeenAt: Date | null, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= shortestPause
}

/** The time that a word of the page adds; null when none of it lies in the session. */
export function stayUntil(lastSeenAt: Date | null, now: Date, { startsAt, endsAt }: Hours): Stay | null {
  const isGoingOn = lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() <= longestSilence
  const from = isGoingOn && lastSeenAt < now ? lastSeenAt : now
  if (now < startsAt || from > endsAt) return null
  return { from: from < startsAt ? startsAt : from, to: now > endsAt ? endsAt : now }
}
