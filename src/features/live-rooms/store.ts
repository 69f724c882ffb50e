/** Reading a live room: all of it, or what is new since an event. */
import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { OwnMarks, RoomNews, RoomPoll, RoomQuestion } from './room.ts'

/** More than one page can be read in half an hour; those with the fewest votes are left out first. */
const mostQuestions = 200

/** The whole room. The number is read first: what changes meanwhile is told again. */
export async function readRoom(db: Reader, trainingSessionId: string): Promise<RoomNews> {
  const row = await db
    .selectFrom('liveRooms')
    .select(['lastEvent', 'slidesUrl'])
    .where('trainingSessionId', '=', trainingSessionId)
    .executeTakeFirst()
  const [questions, polls] = await Promise.all([
    listQuestions(db, sql`room_questions.training_session_id = ${trainingSessionId}`),
    ask<RoomPoll>(
      db,
      sql`${pollColumns} where training_session_id = ${trainingSessionId} order by written_at, id`,
    ),
  ])
  return { number: row?.lastEvent ?? 0, questions, polls, slidesUrl: row?.slidesUrl ?? null }
}

type Happened = { number: number; kind: string; subjectId: string | null }
type Place = { trainingSessionId: string; since: number }

/** What is new in a room, as it is now; null when nothing is. `peopleAreNew`: somebody went in. */
export async function findNews(
  db: Reader,
  { trainingSessionId, since }: Place,
): Promise<{ news: RoomNews; peopleAreNew: boolean } | null> {
  const events: Happened[] = await db
    .selectFrom('roomEvents')
    .select(['number', 'kind', 'subjectId'])
    .where('trainingSessionId', '=', trainingSessionId)
    .where('number', '>', since)
    .execute()
  if (events.length === 0) return null
  const idsOf = (kind: string) => [
    ...new Set(events.flatMap((event) => (event.kind === kind && event.subjectId ? [event.subjectId] : []))),
  ]
  const number = Math.max(...events.map((event) => event.number))
  const [questions, polls, slides] = await Promise.all([
    questionsOf(db, idsOf('question')),
    pollsOf(db, idsOf('poll')),
    events.some(({ kind }) => kind === 'slides') ? findSlides(db, trainingSessionId) : {},
  ])
  return {
    news: { number, questions, polls, ...slides },
    peopleAreNew: events.some(({ kind }) => kind === 'people'),
  }
}

export async function findLastEvent(db: Reader, trainingSessionId: string): Promise<number> {
  const query = db
    .selectFrom('liveRooms')
    .select('lastEvent')
    .where('trainingSessionId', '=', trainingSessionId)
  return (await query.executeTakeFirst())?.lastEvent ?? 0
}

/** When the session was to begin before it was moved; null when it never was. */
export async function findFormerStart(db: Reader, trainingSessionId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('sessionChanges')
    .select('wasStartsAt')
    .where('trainingSessionId', '=', trainingSessionId)
    .where('kind', '=', 'moved')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.wasStartsAt ?? null
}

/** What the holder of a seat did in its room. */
export async function findOwnMarks(db: Reader, bookingId: string): Promise<OwnMarks> {
  const [votes, answers] = await Promise.all([
    db.selectFrom('roomQuestionVotes').select('questionId').where('bookingId', '=', bookingId).execute(),
    db
      .selectFrom('roomPollAnswers')
      .select(['pollId', 'choice'])
      .where('bookingId', '=', bookingId)
      .execute(),
  ])
  return {
    votes: votes.map(({ questionId }) => questionId),
    choices: Object.fromEntries(answers.map(({ pollId, choice }) => [pollId, choice])),
  }
}

function questionsOf(db: Reader, ids: readonly string[]): Promise<RoomQuestion[]> | RoomQuestion[] {
  return ids.length === 0 ? [] : listQuestions(db, sql`room_questions.id = any(${ids})`)
}

function pollsOf(db: Reader, ids: readonly string[]): Promise<RoomPoll[]> | RoomPoll[] {
  return ids.length === 0 ? [] : ask<RoomPoll>(db, sql`${pollColumns} where room_polls.id = any(${ids})`)
}

async function findSlides(db: Reader, trainingSessionId: string): Promise<{ slidesUrl: string | null }> {
  const query = db
    .selectFrom('liveRooms')
    .select('slidesUrl')
    .where('trainingSessionId', '=', trainingSessionId)
  return (await query.executeTakeFirst()) ?? { slidesUrl: null }
}

async function listQuestions(db: Reader, which: ReturnType<typeof sql>): Promise<RoomQuestion[]> {
  type Row = Omit<RoomQuestion, 'askedAt'> & { askedAt: Date }
  const rows = await ask<Row>(
    db,
    sql`
      select room_questions.id, room_questions.words, room_questions.state, asked_at,
        (select count(*)::int from room_question_votes where question_id = room_questions.id) as votes,
        coalesce(nullif(people.name, ''), businesses.sign, businesses.name) as who
      from room_questions
      join bookings on bookings.id = room_questions.booking_id
      join people on people.id = bookings.person_id
      left join businesses on businesses.id = bookings.business_id and businesses.diffusion = 'O'
      where ${which} order by votes desc, asked_at limit ${mostQuestions}`,
  )
  return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }))
}

const pollColumns = sql`
  select id, words, options, state, shows_results,
    array(
      select count(poll_id)::int from generate_series(0, cardinality(options) - 1) as place
      left join room_poll_answers on poll_id = room_polls.id and choice = place
      group by place order by place
    ) as counts
  from room_polls`
