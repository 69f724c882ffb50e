import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorker, testSettings, type Program } from '../../../bin/lib/program.ts'
import { systemClock } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { giveUpClaims } from '../../features/mailings/recipient-store.ts'
import { findNumbers } from '../../features/mailings/store.ts'
import { aCrowd, aSentMailing, theMailing } from '../a-mailing.ts'
import { aRelay, type Relay } from '../a-relay.ts'
import { aBooking, aTrainingSession } from '../a-training-session.ts'
import { freshDatabase } from '../database.ts'
import { nextWeek } from './moments.ts'
import { eventually } from './outbox.ts'

const town = freshDatabase()
let relay: Relay
let worker: Program | null = null

const people = 5000
const kills = 8

beforeAll(async () => {
  relay = await aRelay()
})
afterAll(async () => {
  await worker?.stop()
  await relay.close()
})

const settings = () => ({
  ...testSettings(town.url),
  DEV_MAIL: '0',
  SMTP_URL: relay.url,
  MAIL_FROM: 'Pignon <bonjour@example.org>',
  MAILING_PER_MINUTE: '1000000',
  MAILING_WARM_UP: '0',
  MAILING_HOURS: '0-24',
})

const mailed = () => relay.received.filter(({ to }) => to.startsWith('person-'))

test('a worker killed again and again in the middle of a mailing sends nobody a mail twice', async () => {
  worker = await openWorker(settings())
  await aCrowd(town.db, people)
  const id = await aSentMailing(town.db, systemClock())

  // A seat booked in the middle of it: its confirmation goes first.
  await eventually(async () => mailed().length > 200)
  const session = await aTrainingSession(town.db, { startsAt: nextWeek(systemClock()) })
  const bookedAt = performance.now()
  await aBooking(town.db, { session, email: 'booked@example.org', at: systemClock() })
  const confirmation = () => relay.received.find(({ to }) => to === 'booked@example.org')
  expect(await eventually(async () => confirmation() !== undefined)).toBe(true)
  expect((confirmation()?.at ?? Infinity) - bookedAt).toBeLessThan(2000)
  expect(mailed().length).toBeLessThan(people)

  for (let kill = 0; kill < kills; kill += 1) {
    const before = mailed().length
    await eventually(async () => mailed().length > before + 20 * (kill % 4))
    await sleep((kill * 37) % 100)
    await worker.kill()
    worker = await openWorker(settings())
  }
  // A claim is given up after ten minutes; here they are over at once.
  const isOver = async () => {
    const { states } = await findNumbers(town.db, id)
    if (states.waiting + states.deferred > 0) return false
    await transaction(town.db, (tx) => giveUpClaims(tx, new Date(systemClock().getTime() - 20_000)))
    return (await theMailing(town.db, id)).state === 'done'
  }
  expect(await eventually(isOver, 240_000)).toBe(true)

  const { states } = await findNumbers(town.db, id)
  expect(states.sent + states.failed + states.uncertain).toBe(people)
  const addresses = mailed().map(({ to }) => to)
  expect(new Set(addresses).size).toBe(addresses.length)
  // Whoever is not marked as sent may have had it: no more than what each killed worker had in hand.
  expect(states.uncertain).toBeLessThanOrEqual(20 * kills)
  expect(addresses.length).toBeGreaterThanOrEqual(states.sent)
  expect(addresses.length).toBeLessThanOrEqual(states.sent + states.uncertain)
}, 400_000)
