import type { Tx } from '../../core/db.ts'
import { programmeZone } from '../programmes/programme.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import type { Mailing } from './mailing.ts'
import { countOnDay, drawFrom, findMailingDay, lockBucket } from './pace-store.ts'
import { destinations, leftToday, quietZones, type Destination, type Pace } from './pace.ts'
import { claimRecipients, recipientZones, type Claimed } from './recipient-store.ts'
import { holdSending } from './store.ts'

/** As many leave side by side: what a crash may leave uncertain is no more than this, for each worker. */
export const batchSize = 20

const senderBucket = 'sender'

/**
 * Claims the next rows of a mailing, as many as its sender, each destination, the day and the hour allow. Nobody is
 * written to before this has committed.
 */
export async function claimBatch(
  tx: Tx,
  now: Date,
  { mailing, pace }: { mailing: Pick<Mailing, 'id' | 'topic'>; pace: Pace },
): Promise<Claimed[]> {
  if (!(await holdSending(tx, mailing.id))) return []
  const held = await lockBucket(tx, now, senderBucket, pace.sender)
  const { date: day } = localTimeOf(now, programmeZone)
  const { number, sent } = await findMailingDay(tx, day)
  const most = Math.min(batchSize, held, leftToday(pace, number, sent))
  const quiet = quietZones(pace, now, recipientZones)
  const claimed: Claimed[] = []
  for (const destination of destinations) {
    const wanted = { mailing, destination, quiet, limit: most - claimed.length }
    claimed.push(...(await claimFor(tx, now, wanted, pace)))
  }
  if (claimed.length === 0) return []
  await drawFrom(tx, now, { bucket: senderBucket, perMinute: pace.sender, mails: claimed.length })
  await countOnDay(tx, day, claimed.length)
  return claimed
}

type Wanted = {
  mailing: Pick<Mailing, 'id' | 'topic'>
  destination: Destination
  quiet: string[]
  limit: number
}

async function claimFor(tx: Tx, now: Date, wanted: Wanted, pace: Pace): Promise<Claimed[]> {
  if (wanted.limit < 1) return []
  const perMinute = pace.destination[wanted.destination]
  const held = await lockBucket(tx, now, wanted.destination, perMinute)
  if (held < 1) return []
  const claimed = await claimRecipients(tx, now, { ...wanted, limit: Math.min(wanted.limit, held) })
  if (claimed.length > 0)
    await drawFrom(tx, now, { bucket: wanted.destination, perMinute, mails: claimed.length })
  return claimed
}
