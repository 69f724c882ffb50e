import { transaction } from '../../core/db.ts'
import type { Queue } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import { openReleases } from '../diagnostics/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { followUpJob, sweepFollowUpsJob } from './jobs.ts'
import { sendFollowUp } from './send-follow-up.ts'
import { sweepFollowUps } from './sweep-follow-ups.ts'

/** The mails after sessions, and the sweep that finds those that are due. */
export async function workers(
  queue: Queue,
  { config, db, clock }: Services,
  programme: Programme,
): Promise<void> {
  const speaker = { programme, publicUrl: config.publicUrl, releases: openReleases(programme) }
  await queue.work(followUpJob, (key) => transaction(db, (tx) => sendFollowUp(tx, clock(), key, speaker)))
  await queue.work(sweepFollowUpsJob, async () => {
    await transaction(db, (tx) => sweepFollowUps(tx, clock()))
  })
  await queue.repeat({ job: sweepFollowUpsJob, cron: '*/10 * * * *' })
}
