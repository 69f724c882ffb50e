import { bulkMailerOf, recipientOfBounceAddress } from '../../core/bulk-mail.ts'
import type { Clock } from '../../core/clock.ts'
import type { Config } from '../../core/config.ts'
import { transaction } from '../../core/db.ts'
import { listenForMail } from '../../core/mail-listener.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { buildDueMailing } from './build-due.ts'
import { unhurriedByNobody, usualPace, type Pace } from './pace.ts'
import { noteBounce } from './note-bounce.ts'
import { readBounce } from './read-bounce.ts'
import { giveUpClaims } from './recipient-store.ts'
import { sendBatch, type Round } from './send-batch.ts'
import { listAtWork } from './store.ts'

/** Milliseconds between two looks while there is nothing to send, and after a relay could not be reached. */
const pause = { idle: 1_000, away: 30_000 }
/** Milliseconds: a claim older than this belongs to a dead worker; longer than any relay keeps us. */
const claimLasts = 10 * 60_000

/** Takes what mail servers send back, where the settings say so. */
export async function listenForBounces({
  config: { bounceListen },
  db,
  clock,
  log,
}: Services): Promise<{ port: number; close(): Promise<void> } | null> {
  if (bounceListen === null) return null
  return listenForMail({
    ...bounceListen,
    log,
    wants: (to) => recipientOfBounceAddress(to) !== null,
    async take({ to, raw }) {
      const read = await readBounce(raw)
      if (read === null) return
      // The address it came back to cannot be wrong; what the text says may be.
      const recipientId = recipientOfBounceAddress(to)
      await transaction(db, (tx) => noteBounce(tx, clock(), { ...read, recipientId }))
    },
  })
}

type Crew = Omit<Round, 'mailing'> & Pick<Services, 'db' | 'log'> & { clock: Clock }

/**
 * Sends mailings beside the jobs, on connections of their own, so that no confirmation waits behind them. The rows
 * decide who sends what: several workers share them, and one that dies leaves nothing to do twice.
 * @returns what stops it, once the mails in hand are marked
 */
export function sendMailings(services: Services, programme: Programme): { stop(): Promise<void> } {
  const { config, db, clock, log } = services
  const mailer = bulkMailerOf(config, db)
  const speaker = { programme, publicUrl: config.publicUrl }
  const crew: Crew = { db, clock, log, mailer, speaker, pace: paceOf(config) }
  const ending = Promise.withResolvers<void>()
  let isStopping = false
  const atWork = (async () => {
    while (!isStopping) {
      const wait = await oneRound(crew).catch((error: unknown) => {
        log.error({ err: error }, 'mailings stand still')
        return pause.away
      })
      if (wait > 0) await Promise.race([later(wait), ending.promise])
    }
  })()
  return {
    async stop() {
      isStopping = true
      ending.resolve()
      await atWork
      mailer.close()
    },
  }
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

function paceOf({ smtpUrl, mailingPerMinute, mailingWarmUp, mailingHours: hours }: Config): Pace {
  if (smtpUrl === null) return unhurriedByNobody
  const share = mailingPerMinute / usualPace.sender
  const destination = Object.fromEntries(
    Object.entries(usualPace.destination).map(([name, perMinute]) => [name, perMinute * share]),
  ) as Pace['destination']
  const warmUp = mailingWarmUp ? usualPace.warmUp : []
  return { sender: mailingPerMinute, destination, warmUp, hours }
}

/** A batch of each mailing at work. @returns how long to wait before the next round, in milliseconds */
async function oneRound({ db, log, clock, ...round }: Crew): Promise<number> {
  const given = await transaction(db, (tx) => giveUpClaims(tx, new Date(clock().getTime() - claimLasts)))
  if (given > 0) log.warn({ given }, 'mails of mailings are uncertain: their worker died')
  const built = await transaction(db, (tx) => buildDueMailing(tx, clock()))
  if (built) log.info(built, 'a mailing begins')
  let claimed = 0
  for (const mailing of await listAtWork(db)) {
    const batch = await sendBatch(db, clock, { ...round, mailing })
    if (batch.isAway) {
      log.warn({ mailingId: mailing.id }, 'the relay for mailings cannot be reached')
      return pause.away
    }
    claimed += batch.claimed
  }
  return claimed > 0 ? 0 : pause.idle
}
