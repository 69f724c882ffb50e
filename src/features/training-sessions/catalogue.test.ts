import { expect, test } from 'vitest'
import { anApp } from '../../testing/app.ts'
import { aBooking, aTrainingSession } from '../../testing/a-training-session.ts'
import { freshDatabase } from '../../testing/database.ts'

const database = freshDatabase()
const app = anApp(database)

const shown = (html: string) =>
  [...html.matchAll(/<h3><a href="\/formations\/([\w-]+)"/g)].map(([, slug]) => slug)

test('the catalogue unfolded by nobody shows all trainings, and how many each choice would leave', async () => {
  const { html } = await app.visitor().get('/formations')
  expect(shown(html)).toHaveLength(25)
  expect(html).toMatch(/<details class="filters wide"><summary>/)
  expect(html).toContain('Tous les thèmes (25)')
  expect(html).toContain('45 minutes au plus (18)')
  expect(html).not.toContain('Effacer les filtres')
})

test('a shared address opens on the same choice, says how many it leaves, and how to see all again', async () => {
  const { status, html } = await app.visitor().get('/formations?theme=protect&besoin=&duree=')
  expect(status).toBe(200)
  expect(shown(html)).toEqual(['mots-de-passe-copies-et-arnaques', 'pages-legales'])
  expect(html).toContain('2 formations sur 25 :</b> Protéger.')
  expect(html).toContain('<a href="/formations">Effacer les filtres</a>')
  expect(html).toContain('Changer les filtres')
  expect(html).toMatch(/<input[^>]*value="protect"[^>]*checked/)
})

test('with a date shows trainings with a seat in the next four weeks: neither full ones nor later ones', async () => {
  await aTrainingSession(database.db, { trainingId: 'F02' })
  const full = await aTrainingSession(database.db, { trainingId: 'F03', capacity: 1 })
  await aBooking(database.db, { session: full })
  await aTrainingSession(database.db, { trainingId: 'F04', startsAt: new Date('2027-01-11T13:00:00Z') })
  const { html } = await app.visitor().get('/formations?date=oui')
  expect(shown(html)).toEqual(['horaires-photos-fermetures'])
  expect(html).toContain('1 formation sur 25 :</b> Avec une place d’ici 4 semaines.')
  expect(html).toContain('lundi 30 novembre 2026, 14 h 00 (heure de Paris)')
})

test('where nothing fits, the page says so and offers to clear the filters', async () => {
  const { status, html } = await app.visitor().get('/formations?theme=found&besoin=save-time')
  expect(status).toBe(200)
  expect(shown(html)).toEqual([])
  expect(html).toContain('Aucune formation ne correspond')
  expect(html).toContain('href="/formations">Effacer les filtres')
})

test.each([
  '?theme=toys',
  '?theme[]=sell&theme[$ne]=x',
  `?theme=${'x'.repeat(5000)}`,
  '?duree=-1&besoin=%3Cscript%3E',
  '?theme=toys&theme=zoo&date=maybe',
])('an address that means nothing shows the whole catalogue: %#', async (query) => {
  const { status, html } = await app.visitor().get(`/formations${query}`)
  expect(status).toBe(200)
  expect(shown(html)).toHaveLength(25)
  expect(html.replaceAll('&quot;', '"')).not.toContain('<script>')
})

test('the training’s page tells search engines its facts: dates, seats, price; never the room', async () => {
  const session = await aTrainingSession(database.db, {
    trainingId: 'F06',
    capacity: 1,
    trainer: '</script><b>',
  })
  await aBooking(database.db, { session })
  const { html } = await app.visitor().get('/formations/photos-au-telephone')
  const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  const course = JSON.parse(block) as Record<string, unknown>
  expect(course).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Course',
    isAccessibleForFree: true,
    timeRequired: 'PT30M',
    accessibilitySummary: expect.stringContaining('une autre personne peut tenir le téléphone'),
    url: 'http://localhost:3000/formations/photos-au-telephone',
    hasCourseInstance: [
      {
        startDate: '2026-11-30T13:00:00.000Z',
        endDate: '2026-11-30T13:30:00.000Z',
        instructor: { name: '</script><b>' },
        maximumAttendeeCapacity: 1,
        remainingAttendeeCapacity: 0,
        offers: { price: 0, availability: 'https://schema.org/SoldOut' },
      },
    ],
  })
  expect(html).not.toContain('salle.example.org')
})

test('a training without a date is a course without dates', async () => {
  const { html } = await app.visitor().get('/formations/pages-legales')
  expect(html).toContain('application/ld+json')
  expect(html).not.toContain('hasCourseInstance')
})
