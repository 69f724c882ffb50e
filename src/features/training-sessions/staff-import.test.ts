import { assert, asyncProperty, string } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import { readCalendar } from './read-calendar.ts'
import { sessionUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)
let operator: Visitor
let trainer: string
beforeAll(async () => {
  operator = await app.signedInAs('operator')
  trainer = (await aStaffActor(database.db, 'trainer')).personId
})

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT']
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n')

const weekly = event(
  'UID:one',
  'DTSTART;TZID=Europe/Paris:20270323T140000',
  'DTEND;TZID=Europe/Paris:20270323T143000',
  'RRULE:FREQ=WEEKLY;COUNT=2',
  'SUMMARY:Atelier F01 en ligne',
  'LOCATION:https://salle.example.org/f01',
)

async function send(visitor: Visitor, file: string | Buffer, name = 'dates.ics') {
  const edge = 'an-edge-that-no-file-has'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/calendar\r\n\r\n`
  const reply = await app.server.inject({
    method: 'POST',
    url: sessionUrls.import,
    headers: {
      cookie: visitor.cookie(),
      host: 'localhost:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
  return { status: reply.statusCode, html: reply.body.replaceAll(/[\u00A0\u202F]/g, ' ') }
}

const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>

test('an operator takes over the dates of a calendar: repeats unfolded, the training guessed, the hour kept', async () => {
  const page = await send(operator, calendar(weekly))
  expect(page.status).toBe(200)
  expect(page.html).toContain('Atelier F01 en ligne, mardi 23 mars 2027, 14 h 00')
  expect(page.html).toContain('mardi 30 mars 2027, 14 h 00')
  const fields = { ...hidden(page.html), capacity: '25', trainer, 'training-0': 'F01', 'training-1': '' }
  const [one, two] = await Promise.all([1, 2].map(() => operator.post(sessionUrls.importDates, fields)))
  expect([one?.location, two?.location]).toEqual(Array(2).fill('/equipe/sessions?programmees=1'))
  const rows = await database.db.selectFrom('trainingSessions').selectAll().execute()
  expect(rows).toMatchObject([
    {
      trainingId: 'F01',
      startsAt: new Date('2027-03-23T13:00:00Z'),
      zone: 'Europe/Paris',
      capacity: 25,
      roomUrl: 'https://salle.example.org/f01',
      trainerPersonId: trainer,
    },
  ])
})

test('what is no session is left alone and counted', async () => {
  const page = await send(
    operator,
    calendar(
      event('UID:past', 'DTSTART:20200101T100000Z', 'SUMMARY:Avant'),
      event('UID:day', 'DTSTART;VALUE=DATE:20270101', 'SUMMARY:Férié'),
      event('UID:off', 'DTSTART:20270101T100000Z', 'STATUS:CANCELLED', 'SUMMARY:Non'),
      event('UID:mad', 'DTSTART:20200101T100000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Sans fin'),
    ),
  )
  expect(page.html).toContain('Aucune date à venir')
  for (const words of ['2 déjà passés', '1 sans heure', '1 annulé']) expect(page.html).toContain(words)
})

test('no file, a picture, an empty file and a file that is too large are each told', async () => {
  expect((await operator.post(sessionUrls.import)).html).toContain('Choisissez un fichier.')
  for (const [file, words] of [
    ['', 'Choisissez un fichier.'],
    [Buffer.from([0xff, 0xd8, 0xff, 0x00]), 'n’est pas un agenda'],
    ['BEGIN:VCALENDAR'.padEnd(1_200_000, '\nX'), 'dépasse 1 Mo'],
  ] as const) {
    const page = await send(operator, file)
    expect([page.status, page.html.includes(words)]).toEqual([422, true])
  }
})

test('no training, or nobody to run it: nothing is scheduled and nothing chosen is lost', async () => {
  const page = await send(operator, calendar(weekly))
  const fields = { ...hidden(page.html), capacity: '25', trainer, 'training-0': '', 'training-1': '' }
  const none = await operator.post(sessionUrls.importDates, fields)
  expect(none.status).toBe(422)
  expect(none.html).toContain('Donnez une formation')
  const stranger = { ...fields, 'training-0': 'P24', trainer: '00000000-0000-4000-8000-000000000009' }
  const unknown = await operator.post(sessionUrls.importDates, stranger)
  expect(unknown.status).toBe(422)
  expect(unknown.html).toMatch(/<option value="P24" selected/)
})

test('only the programme’s team takes over a calendar', async () => {
  const adviser = await app.signedInAs('adviser')
  expect((await adviser.get(sessionUrls.import)).status).toBe(404)
  expect((await send(adviser, calendar(weekly))).status).toBe(404)
  expect((await adviser.post(sessionUrls.importDates, {})).status).toBe(404)
})

test('whatever is written in a file, reading it ends', async () => {
  await assert(
    asyncProperty(string({ maxLength: 300 }), string({ maxLength: 60 }), async (noise, rule) => {
      const text = calendar(
        event(`UID:${noise}`, 'DTSTART:20270101T100000Z', `RRULE:FREQ=WEEKLY;${rule}`, noise),
      )
      expect(['read', 'not-a-calendar']).toContain((await readCalendar(text, testNow)).kind)
      expect(['read', 'not-a-calendar']).toContain(
        (await readCalendar(`BEGIN:VCALENDAR\n${noise}`, testNow)).kind,
      )
    }),
    { numRuns: 200 },
  )
})
