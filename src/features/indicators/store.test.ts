import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic, someAnswers } from '../../testing/a-diagnostic.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { anApp, testNow } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { cancelBooking } from '../bookings/cancel-booking.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { listMovedShops, listWaitingShops, readCounts } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

test('each business counts once a step, and what has no business counts apart', async () => {
  const { db } = database
  expect(await readCounts(db, everywhere)).toEqual({
    register: 0,
    diagnosed: 0,
    planned: 0,
    booked: 0,
    done: 0,
    'diagnosed-unnamed': 0,
    'people-booked': 0,
  })

  const bakery = await aBusiness(db)
  const florist = await aBusiness(db, { activityCode: '4776Z' })
  await aBusiness(db, { activityCode: '9602A' })
  const { programme } = app
  const told = { programme, answers: someAnswers, isFinished: true }
  for (let runs = 0; runs < 3; runs += 1) {
    const { token } = await aDiagnostic(db, { ...told, businessId: bakery.id })
    if (runs < 2) await app.visitor().post(`/diagnostic/${token}/fait/claim-map-listing`)
  }
  await aDiagnostic(db, { programme, businessId: florist.id })
  await aDiagnostic(db, told)
  expect(await readCounts(db, everywhere)).toMatchObject({
    register: 3,
    diagnosed: 1,
    planned: 1,
    done: 1,
    'diagnosed-unnamed': 1,
  })

  const session = await aTrainingSession(db)
  const first = await aBooking(db, { session, businessId: florist.id, email: 'rose@example.org' })
  await aBooking(db, { session, businessId: florist.id, email: 'malo@example.org' })
  await aBooking(db, { session, email: 'ines@example.org' })
  expect(await readCounts(db, everywhere)).toMatchObject({ booked: 1, 'people-booked': 3 })

  await transaction(db, (tx) => cancelBooking(tx, testNow, { token: first.token }))
  expect(await readCounts(db, everywhere)).toMatchObject({ booked: 1, 'people-booked': 2 })
})

test('a result asked for without an answer, or a plan without an action, counts nowhere', async () => {
  const { db } = database
  const before = await readCounts(db, everywhere)
  const business = await aBusiness(db)
  await aDiagnostic(db, { programme: app.programme, businessId: business.id, isFinished: true })
  expect(await readCounts(db, everywhere)).toEqual({ ...before, register: before.register + 1 })
  const answers = { 'map-listing': 'yes' }
  await aDiagnostic(db, { programme: app.programme, businessId: business.id, answers, isFinished: true })
  const after = await readCounts(db, everywhere)
  expect([after.diagnosed - before.diagnosed, after.planned - before.planned]).toEqual([1, 0])
})

test('a shop with a seat and no diagnostic is in the street, its door open', async () => {
  const florist = await aBusiness(database.db, { activityCode: '4719B' })
  await aBooking(database.db, { businessId: florist.id, email: 'porte@example.org' })
  expect(await listMovedShops(database.db, 50)).toContainEqual({ activityCode: '4719B', step: 'booked' })
  const waiting = await listWaitingShops(database.db, 50)
  expect(waiting.map(({ activityCode }) => activityCode)).not.toContain('4719B')
})

test('the street is drawn from businesses that may be shown', async () => {
  const { db } = database
  const hidden = await aBusiness(db, { activityCode: '5510Z', diffusion: 'P' })
  await aDiagnostic(db, { programme: app.programme, answers: someAnswers, isFinished: true })
  await db.updateTable('diagnostics').set({ businessId: hidden.id }).where('businessId', 'is', null).execute()
  const drawn = [...(await listMovedShops(db, 12)), ...(await listWaitingShops(db, 12))]
  expect(drawn.map(({ activityCode }) => activityCode)).not.toContain('5510Z')
  expect(drawn).toContainEqual({ activityCode: '1071C', step: 'diagnosed' })
})
