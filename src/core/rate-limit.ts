/** Rate limits kept in PostgreSQL, so that several web processes count together. */
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Tx } from './db.ts'

export type Limit = { name: string; max: number; seconds: number }

/**
 * Counts one attempt of `who` and says whether it is still within the limit (a fixed window, aligned on the
 * clock). The counter is kept even when the caller is refused: who keeps trying keeps waiting. `who` is a
 * mailbox, or an address of the network: a line with IPv6 counts as one, for it has more addresses than we can
 * count.
 */
export async function countAttempt(tx: Tx, now: Date, limit: Limit, who: string): Promise<boolean> {
  const windowStart = new Date(Math.floor(now.getTime() / (limit.seconds * 1000)) * limit.seconds * 1000)
  const row = await tx
    .insertInto('rateLimits')
    .values({ bucket: `${limit.name}:${lineOf(who)}`, windowStart, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'windowStart']).doUpdateSet({ hits: sql`rate_limits.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  return row.hits <= limit.max
}

/** How often one address of the network may try, and how often one mailbox may be tried. */
export type SenderLimits = { perAddress: Limit; perMailbox: Limit }
export type Sender = { email: string; address: string }
export type SenderOutcome = { kind: 'allowed' } | { kind: 'too-many'; of: 'email' | 'address' }

/**
 * Counts one attempt of a sender. Who asks too often from one address uses up no mailbox: else one machine could
 * keep everybody out.
 */
export async function countSender(
  tx: Tx,
  now: Date,
  { perAddress, perMailbox }: SenderLimits,
  { email, address }: Sender,
): Promise<SenderOutcome> {
  if (!(await countAttempt(tx, now, perAddress, address))) return { kind: 'too-many', of: 'address' }
  const isAllowed = await countAttempt(tx, now, perMailbox, email)
  return isAllowed ? { kind: 'allowed' } : { kind: 'too-many', of: 'email' }
}

/** The first four of the eight groups of an IPv6 address (RFC 4291 §2.2); anything else as it is. */
function lineOf(who: string): string {
  if (!isIPv6(who)) return who
  const mapped = /^::ffff:([\d.]+)$/i.exec(who)?.[1]
  if (mapped) return mapped
  const [before = [], after = []] = who.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/** Forgets windows older than a day; a timer of the worker. */
export async function forgetOldAttempts(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('rateLimits')
    .where('windowStart', '<', new Date(now.getTime() - 86_400_000))
    .execute()
}
