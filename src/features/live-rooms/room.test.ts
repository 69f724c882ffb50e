import { expect, test } from 'vitest'
import {
  forParticipants,
  inOrder,
  nextPollState,
  shareOf,
  withNews,
  type RoomNews,
  type RoomPoll,
  type RoomQuestion,
} from './room.ts'

const question = (id: string, more: Partial<RoomQuestion> = {}): RoomQuestion => ({
  id,
  words: `Question ${id}`,
  state: 'shown',
  votes: 0,
  askedAt: '2026-11-30T13:00:00.000Z',
  who: 'Boulangerie Martin',
  ...more,
})
const poll = (id: string, more: Partial<RoomPoll> = {}): RoomPoll => ({
  id,
  words: `Sondage ${id}`,
  options: ['Oui', 'Non'],
  state: 'open',
  showsResults: false,
  counts: [2, 1],
  ...more,
})
const room: RoomNews = { number: 4, questions: [question('a')], polls: [poll('p')], people: 3 }

test('the question with the most votes comes first, then the older one; those with an answer come last', () => {
  const questions = [
    question('answered', { state: 'answered', votes: 9 }),
    question('young', { votes: 2, askedAt: '2026-11-30T13:05:00.000Z' }),
    question('hidden', { state: 'hidden', votes: 9 }),
    question('old', { votes: 2 }),
    question('wanted', { votes: 5 }),
  ]
  expect(inOrder(questions).map(({ id }) => id)).toEqual(['wanted', 'old', 'young', 'answered', 'hidden'])
})

test('participants read no names, no hidden words, no poll that is not open yet', () => {
  const told = forParticipants({
    ...room,
    questions: [question('a'), question('b', { state: 'hidden' })],
    polls: [poll('p'), poll('draft', { state: 'draft' })],
  })
  expect(JSON.stringify(told)).not.toMatch(/Boulangerie|Question b|Sondage draft/)
})

test('results are seen at the end, or during the vote when the trainer chose so', () => {
  const polls = [poll('p'), poll('live', { showsResults: true }), poll('over', { state: 'closed' })]
  const counts = forParticipants({ ...room, polls }).polls.map((told) => told.counts)
  expect(counts).toEqual([null, [2, 1], [2, 1]])
})

test('news replace what they are about and leave the rest; heard twice, they change nothing more', () => {
  const news = { number: 6, questions: [question('a', { votes: 1 }), question('b')], polls: [] }
  const once = withNews(room, news)
  expect(once).toEqual({
    number: 6,
    questions: [question('a', { votes: 1 }), question('b')],
    polls: [poll('p')],
    people: 3,
  })
  expect(withNews(once, news)).toEqual(once)
})

test('a poll goes from prepared to open, and between open and closed as often as one likes', () => {
  expect(nextPollState).toEqual({ draft: 'open', open: 'closed', closed: 'open' })
})

test('shares are whole per cent of those who answered', () => {
  expect([shareOf(0, [0, 0]), shareOf(1, [1, 2]), shareOf(2, [1, 2])]).toEqual([0, 33, 67])
})
