import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { scheduleSeason } from './schedule-season.ts'
import type { SeasonRequest } from './season.ts'
import { duplicateUrl, sessionUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)

const sessions = () => database.db.selectFrom('trainingSessions').selectAll().orderBy('startsAt').execute()

const fields = {
  training: 'F01',
  date: '2026-12-15',
  time: '14h',
  zone: 'Europe/Paris',
  every: '1',
  times: '3',
  capacity: '20',
  room: '',
  page: 'a'.repeat(22),
}

async function anOperator(): Promise<{ operator: Visitor; trainer: string }> {
  const { personId: trainer } = await aStaffActor(database.db, 'trainer')
  return { operator: await app.signedInAs('operator'), trainer }
}

test('an operator sees every date before it is scheduled, leaves one out, and clicks twice without harm', async () => {
  const { operator, trainer } = await anOperator()
  const check = await operator.post(sessionUrls.season, { ...fields, trainer })
  expect(check.status).toBe(200)
  for (const day of ['mardi 15 décembre 2026, 14 h 00', 'mardi 22 décembre 2026', 'mardi 29 décembre 2026'])
    expect(check.html).toContain(day)
  expect(await sessions()).toEqual([])
  const sure = { ...fields, trainer, step: 'confirm', 'sauf-2026-12-22': 'oui' }
  const [one, two] = await Promise.all([1, 2].map(() => operator.post(sessionUrls.season, sure)))
  expect([one?.location, two?.location]).toEqual(Array(2).fill('/equipe/sessions?programmees=2'))
  const kept = await sessions()
  expect(kept.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-12-15T13:00:00.000Z',
    '2026-12-29T13:00:00.000Z',
  ])
  expect(kept[0]).toMatchObject({
    capacity: 20,
    trainer: 'Camille Test',
    trainerPersonId: trainer,
    roomUrl: null,
  })
  expect((await operator.get(one?.location ?? '')).html).toContain('2 sessions sont programmées.')
})

test('the same session is filled in for another day, a week later', async () => {
  const { operator } = await anOperator()
  const [model] = await sessions()
  const page = await operator.get(duplicateUrl(model?.id ?? ''))
  for (const field of ['value="2026-12-22"', 'value="14:00"', 'value="20"'])
    expect(page.html).toContain(field)
})

test('wrong numbers, no date left, and hours that do not exist are each told', async () => {
  const { operator, trainer } = await anOperator()
  const post = (more: Record<string, string>) =>
    operator.post(sessionUrls.season, { ...fields, trainer, ...more })
  const wrong = await post({ every: '9', times: '31', time: 'midi' })
  expect(wrong.status).toBe(422)
  for (const words of ['de 1 à 8', 'de 1 à 30', 'Cette heure n’est pas complète'])
    expect(wrong.html).toContain(words)
  const night = await post({ date: '2027-03-21', time: '02:30', times: '2' })
  expect(night.html).toContain('dimanche 28 mars 2027 : les horloges avancent')
  const none = await post({ times: '1', 'sauf-2026-12-15': 'oui', step: 'confirm', page: 'b'.repeat(22) })
  expect(none.status).toBe(422)
  expect(none.html).toContain('Il ne reste aucune date')
  const stranger = await post({ trainer: '00000000-0000-4000-8000-000000000009', step: 'confirm' })
  expect(stranger.status).toBe(422)
  expect((await post({ step: 'edit' })).html).toContain('value="14h"')
})

test('only the programme’s team plans a season', async () => {
  const adviser = await app.signedInAs('adviser')
  expect((await adviser.get(sessionUrls.season)).status).toBe(404)
  expect((await adviser.post(sessionUrls.season, { ...fields, trainer: testNow.toISOString() })).status).toBe(
    404,
  )
  const actor = await aStaffActor(database.db, 'adviser')
  const request: SeasonRequest = {
    first: { date: '2026-12-15', time: '14:00', zone: 'Europe/Paris' },
    everyWeeks: 1,
    times: 1,
    training: { id: 'F01', minutes: 30 },
    except: [],
    capacity: 10,
    trainerPersonId: actor.personId,
    roomUrl: null,
    formKey: 'key',
  }
  const outcome = await transaction(database.db, (tx) => scheduleSeason(tx, testNow, actor, request))
  expect(outcome).toEqual({ kind: 'forbidden' })
})
