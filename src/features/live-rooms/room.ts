/** What is in a live room: questions with their votes, polls, how many people are there. */

export const questionStates = ['shown', 'answered', 'hidden'] as const
export type QuestionState = (typeof questionStates)[number]

export type RoomQuestion = {
  id: string
  words: string
  state: QuestionState
  votes: number
  /** ISO 8601. */
  askedAt: string
  /** For staff: the person's name or their shop's; null when neither is known or may be shown. */
  who: string | null
}

export type PollState = 'draft' | 'open' | 'closed'

export type RoomPoll = {
  id: string
  words: string
  options: readonly string[]
  state: PollState
  /** Participants see the results while it is open, too. */
  showsResults: boolean
  /** How many chose each option; null for who may not see it yet. */
  counts: readonly number[] | null
}

/**
 * What a room has become by its event `number`. What did not change is left out, so that one of these is a whole
 * room (everything since 0) as well as the smallest news; to hear the same news twice does no harm.
 */
export type RoomNews = {
  number: number
  questions: readonly RoomQuestion[]
  polls: readonly RoomPoll[]
  /** How many people have the page open. */
  people?: number
  slidesUrl?: string | null
}

/** What one participant did: questions voted for, and the choice in each poll. */
export type OwnMarks = { votes: readonly string[]; choices: Readonly<Record<string, number>> }

export const limits = { question: 300, poll: 200, option: 80, leastOptions: 2, mostOptions: 6 } as const

/** What participants may know of the news: no hidden words, no names, no drafts, no results before their time. */
export function forParticipants(news: RoomNews): RoomNews {
  return {
    ...news,
    questions: news.questions.map(publicQuestion),
    polls: news.polls.filter(({ state }) => state !== 'draft').map(publicPoll),
  }
}

function publicQuestion(question: RoomQuestion): RoomQuestion {
  return { ...question, who: null, words: question.state === 'hidden' ? '' : question.words }
}

function publicPoll(poll: RoomPoll): RoomPoll {
  return poll.state === 'closed' || poll.showsResults ? poll : { ...poll, counts: null }
}

/** The room after the news. */
export function withNews(room: RoomNews, news: RoomNews): RoomNews {
  return {
    ...room,
    ...news,
    number: Math.max(room.number, news.number),
    questions: replaced(room.questions, news.questions),
    polls: replaced(room.polls, news.polls),
  }
}

function replaced<T extends { id: string }>(known: readonly T[], fresh: readonly T[]): T[] {
  const byId = new Map([...known, ...fresh].map((one) => [one.id, one]))
  return [...byId.values()]
}

const rank: Readonly<Record<QuestionState, number>> = { shown: 0, answered: 1, hidden: 2 }

/** Most votes first, of equals the older; then those answered, then those hidden. */
export function inOrder(questions: readonly RoomQuestion[]): RoomQuestion[] {
  return questions.toSorted(
    (one, other) =>
      rank[one.state] - rank[other.state] ||
      other.votes - one.votes ||
      one.askedAt.localeCompare(other.askedAt) ||
      one.id.localeCompare(other.id),
  )
}

/** What a trainer may do with a poll next. */
export const nextPollState: Readonly<Record<PollState, PollState>> = {
  draft: 'open',
  open: 'closed',
  closed: 'open',
}

/** Whole per cent of those who answered; 0 while nobody has. */
export function shareOf(count: number, counts: readonly number[]): number {
  const all = counts.reduce((sum, one) => sum + one, 0)
  return all === 0 ? 0 : Math.round((100 * count) / all)
}
