/** Writing into a live room. Each change is an event, numbered and announced in its own transaction. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../core/db.ts'
import { newsChannel } from './news-channel.ts'
import type { PollState, QuestionState } from './room.ts'

/** Holds the room until the transaction ends: its changes come one after the other, in the order of their numbers. */
export async function lockRoom(tx: Tx, trainingSessionId: string): Promise<void> {
  await tx
    .insertInto('liveRooms')
    .values({ trainingSessionId })
    .onConflict((conflict) =>
      conflict.column('trainingSessionId').doUpdateSet({ lastEvent: sql`live_rooms.last_event` }),
    )
    .execute()
}

export type RoomEvent = {
  trainingSessionId: string
  kind: 'question' | 'poll' | 'people' | 'slides'
  subjectId: string | null
}

/** The room must be locked. Who listens hears of it when the transaction commits: the session and the number. */
export async function writeEvent(tx: Tx, now: Date, event: RoomEvent): Promise<void> {
  const { trainingSessionId, kind, subjectId } = event
  await sql`
    with next as (
      update live_rooms set last_event = last_event + 1 where training_session_id = ${trainingSessionId}
      returning training_session_id, last_event
    ), written as (
      insert into room_events (training_session_id, number, kind, subject_id, happened_at)
      select training_session_id, last_event, ${kind}, ${subjectId}::uuid, ${now}::timestamptz from next
      returning training_session_id, number
    )
    select pg_notify(${newsChannel}, training_session_id || ' ' || number) from written`.execute(tx)
}

export type NewQuestion = {
  trainingSessionId: string
  bookingId: string
  words: string
  formKey: string | null
}

/** Null when this very form has asked already. */
export async function insertQuestion(tx: Tx, now: Date, question: NewQuestion): Promise<string | null> {
  const row = await tx
    .insertInto('roomQuestions')
    .values({ ...question, askedAt: now })
    .onConflict((conflict) => conflict.constraint('one_question_per_form').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type InRoom = { trainingSessionId: string; id: string }

export async function findQuestionState(
  db: Reader,
  { trainingSessionId, id }: InRoom,
): Promise<QuestionState | null> {
  const row = await db
    .selectFrom('roomQuestions')
    .select('state')
    .where('id', '=', id)
    .where('trainingSessionId', '=', trainingSessionId)
    .executeTakeFirst()
  return (row?.state as QuestionState | undefined) ?? null
}

export async function writeQuestionState(tx: Tx, id: string, state: QuestionState): Promise<void> {
  await tx.updateTable('roomQuestions').set({ state }).where('id', '=', id).execute()
}

export type Vote = { questionId: string; bookingId: string }

/** True when that changed something. */
export async function insertVote(tx: Tx, vote: Vote): Promise<boolean> {
  const { numInsertedOrUpdatedRows: written } = await tx
    .insertInto('roomQuestionVotes')
    .values(vote)
    .onConflict((conflict) => conflict.constraint('one_vote_per_question').doNothing())
    .executeTakeFirst()
  return (written ?? 0n) > 0n
}

/** True when that changed something. */
export async function deleteVote(tx: Tx, { questionId, bookingId }: Vote): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('roomQuestionVotes')
    .where('questionId', '=', questionId)
    .where('bookingId', '=', bookingId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export type NewPoll = {
  trainingSessionId: string
  words: string
  options: string[]
  showsResults: boolean
  formKey: string | null
}

/** Null when this very form has written one already. */
export async function insertPoll(tx: Tx, now: Date, poll: NewPoll): Promise<string | null> {
  const row = await tx
    .insertInto('roomPolls')
    .values({ ...poll, writtenAt: now })
    .onConflict((conflict) => conflict.constraint('one_poll_per_form').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findPoll(
  db: Reader,
  { trainingSessionId, id }: InRoom,
): Promise<{ state: PollState; options: string[] } | null> {
  const row = await db
    .selectFrom('roomPolls')
    .select(['state', 'options'])
    .where('id', '=', id)
    .where('trainingSessionId', '=', trainingSessionId)
    .executeTakeFirst()
  return row ? { options: row.options, state: row.state as PollState } : null
}

export async function writePollState(tx: Tx, id: string, state: PollState): Promise<void> {
  await tx.updateTable('roomPolls').set({ state }).where('id', '=', id).execute()
}

/** @returns the poll that was open, if there was one. */
export async function closeOpenPoll(tx: Tx, trainingSessionId: string): Promise<string | null> {
  const row = await tx
    .updateTable('roomPolls')
    .set({ state: 'closed' })
    .where('trainingSessionId', '=', trainingSessionId)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type PollAnswer = { pollId: string; bookingId: string; choice: number }

/** The last answer counts. */
export async function keepPollAnswer(tx: Tx, now: Date, answer: PollAnswer): Promise<void> {
  await tx
    .insertInto('roomPollAnswers')
    .values({ ...answer, answeredAt: now })
    .onConflict((conflict) =>
      conflict.constraint('one_answer_per_poll').doUpdateSet({ choice: answer.choice, answeredAt: now }),
    )
    .execute()
}

export async function writeSlides(
  tx: Tx,
  trainingSessionId: string,
  slidesUrl: string | null,
): Promise<void> {
  await tx
    .updateTable('liveRooms')
    .set({ slidesUrl })
    .where('trainingSessionId', '=', trainingSessionId)
    .execute()
}
