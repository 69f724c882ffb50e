import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { anApp, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { openAnswerQueue, sendWaiting, withWaiting, type Receipt, type Shelf } from './answer-queue.ts'
import type { WaitingAnswer } from './offline.ts'
import { findRun } from './store.ts'

const database = freshDatabase()
const app = anApp(database)
let visitor: Visitor
beforeAll(() => {
  visitor = app.visitor()
})

/** What a browser keeps, as it keeps it. */
function aShelf(): Shelf & { places: Map<string, string> } {
  const places = new Map<string, string>()
  return {
    places,
    get length() {
      return places.size
    },
    key: (index) => [...places.keys()][index] ?? null,
    getItem: (place) => places.get(place) ?? null,
    setItem: (place, value) => void places.set(place, value),
    removeItem: (place) => void places.delete(place),
  }
}

let serial = 0
const key = () => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`
const answer = (question: string, option: string): WaitingAnswer => ({ key: key(), question, option })

async function begin(): Promise<string> {
  const { location } = await visitor.post('/diagnostic', {})
  return location.split('/')[2] ?? ''
}

async function send(token: string, answers: readonly WaitingAnswer[]): Promise<Receipt> {
  const reply = await app.server.inject({
    method: 'POST',
    url: `/diagnostic/${token}/hors-ligne`,
    headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' },
    payload: { answers },
  })
  return reply.statusCode === 200 ? reply.json<Receipt>() : { kind: 'gone' }
}

async function stored(token: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('answerEvents')
    .innerJoin('diagnostics', 'diagnostics.id', 'answerEvents.diagnosticId')
    .select(['questionId', 'optionId'])
    .where('token', '=', token)
    .orderBy('answerEvents.id')
    .execute()
  return rows.map(({ questionId, optionId }) => `${questionId} ${optionId}`)
}

const anyAnswer = fc.tuple(
  fc.constantFrom('website', 'backup', 'figures', 'map-listing'),
  fc.constantFrom('yes', 'partly', 'no', 'dont-know'),
)
/** What the network does with a parcel: brings it, loses it on the way there, or loses the receipt. */
const anyNetwork = fc.array(fc.constantFrom('through', 'lost', 'receipt-lost'), { maxLength: 12 })

test('whatever the network loses, every answer arrives, once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAnswer, { maxLength: 12 }), anyNetwork, async (given, network) => {
      const token = await begin()
      const shelf = aShelf()
      const tries = [...network]
      const flaky = async (answers: readonly WaitingAnswer[]): Promise<Receipt> => {
        const fate = tries.shift() ?? 'through'
        if (fate === 'lost') return { kind: 'later' }
        const receipt = await send(token, answers)
        return fate === 'receipt-lost' ? { kind: 'later' } : receipt
      }
      for (const [question, option] of given) {
        // Another page of the same browser each time, as after a closed tab.
        const queue = openAnswerQueue(shelf, token, () => serial)
        queue.add(answer(question, option))
        await sendWaiting(queue, flaky)
      }
      const queue = openAnswerQueue(shelf, token, () => serial)
      while ((await sendWaiting(queue, flaky)) === 'later');
      expect(await stored(token)).toEqual(given.map((said) => said.join(' ')))
      expect(shelf.places.size).toBe(0)
    }),
    { numRuns: 25 },
  )
})

test('the same parcel from two tabs at once is kept once', async () => {
  const token = await begin()
  const parcel = [answer('website', 'yes'), answer('backup', 'no')]
  const receipts = await Promise.all(Array.from({ length: 8 }, () => send(token, parcel)))
  expect(receipts).toEqual(receipts.map(() => ({ kind: 'saved', refused: [] })))
  expect(await stored(token)).toEqual(['website yes', 'backup no'])
})

test('one answer that the questionnaire does not have is refused by name, the others are kept', async () => {
  const token = await begin()
  const wrong = answer('website', 'perhaps')
  const receipt = await send(token, [wrong, answer('gone', 'yes'), answer('backup', 'no')])
  expect(receipt).toMatchObject({ kind: 'saved', refused: [wrong.key, expect.any(String)] })
  expect(await stored(token)).toEqual(['backup no'])
})

test('a link that leads nowhere, an empty parcel, a huge one and one that is no JSON are refused', async () => {
  const token = await begin()
  const post = async (url: string, payload: string) => {
    const headers = {
      host: 'localhost:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    }
    return (await app.server.inject({ method: 'POST', url, headers, payload })).statusCode
  }
  const here = `/diagnostic/${token}/hors-ligne`
  const one = JSON.stringify({ answers: [answer('website', 'yes')] })
  expect(await post('/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/hors-ligne', one)).toBe(404)
  expect(await post(here, '{"answers":[]}')).toBe(422)
  expect(await post(here, '{}')).toBe(422)
  expect(
    await post(here, JSON.stringify({ answers: [{ key: 'x', question: 'website', option: 'yes' }] })),
  ).toBe(422)
  expect(await post(here, '{"answers":')).toBe(400)
  expect(await post(here, JSON.stringify({ answers: 'a'.repeat(1_000_000) }))).toBe(413)
  expect(await stored(token)).toEqual([])
})

test('another site cannot send answers', async () => {
  const token = await begin()
  const reply = await app.server.inject({
    method: 'POST',
    url: `/diagnostic/${token}/hors-ligne`,
    headers: { host: 'localhost:3000', 'sec-fetch-site': 'cross-site', origin: 'https://example.org' },
    payload: { answers: [answer('website', 'yes')] },
  })
  expect(reply.statusCode).toBe(403)
  expect(await stored(token)).toEqual([])
})

test('answers of two tabs keep their order, and neither writes over the other', () => {
  const shelf = aShelf()
  const [one, other] = [openAnswerQueue(shelf, 't', () => 5), openAnswerQueue(shelf, 't', () => 6)]
  const said = [answer('a', 'yes'), answer('b', 'yes'), answer('c', 'yes')] as const
  one.add(said[0])
  other.add(said[1])
  other.add(said[2])
  expect(one.list()).toEqual([...said])
  other.remove([said[1].key])
  expect(one.list()).toEqual([said[0], said[2]])
})

test('answers of another run, and what is not ours, stay where they are', () => {
  const shelf = aShelf()
  openAnswerQueue(shelf, 'other', () => 1).add(answer('a', 'yes'))
  shelf.setItem('pignon.answer.t.1.x', 'not JSON')
  shelf.setItem('pignon.answer.t.2.y', '{"key":"z","question":"a","option":"b"}')
  expect(openAnswerQueue(shelf, 't', () => 1).list()).toEqual([])
})

test('where the browser keeps nothing, answers last as long as the page', () => {
  const full: Shelf = {
    ...aShelf(),
    length: 0,
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  const queue = openAnswerQueue(full, 't', () => 1)
  const said = [answer('a', 'yes'), answer('b', 'no')]
  for (const one of said) queue.add(one)
  expect(queue.list()).toEqual(said)
  queue.remove(said.map((one) => one.key))
  expect(queue.list()).toEqual([])
})

test('what waits counts at once for what is asked next', () => {
  const before = { website: { option: 'no', source: 'answered' } } as const
  expect(withWaiting(before, [answer('website', 'yes'), answer('backup', 'no')])).toEqual({
    website: { option: 'yes', source: 'answered' },
    backup: { option: 'no', source: 'answered' },
  })
})

test('a browser gets the questions in its language only, and what was answered', async () => {
  const token = await begin()
  await send(token, [answer('website', 'yes')])
  const { html } = await visitor.get(`/diagnostic/${token}/hors-ligne`, { 'accept-language': 'en' })
  expect(html).toContain('Do you have a website of your own?')
  expect(html).not.toContain('Avez-vous un site')
  expect(html).not.toContain('read aloud')
  expect(JSON.parse(html)).toMatchObject({
    language: 'en',
    given: (await findRun(database.db, token))?.given,
  })
  expect((await visitor.get('/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/hors-ligne')).status).toBe(404)
})
