/** People after a training, for tests: their answers to a quiz, and the facts that they followed it. */
import { sql } from 'kysely'
import { newToken } from '../core/clock.ts'
import { transaction, type Db } from '../core/db.ts'
import type { BookingDetails } from '../features/bookings/booking.ts'
import { findTraining, type Programme } from '../features/programmes/programme.ts'
import type { QuizQuestion } from '../features/programmes/training.ts'
import { answerQuiz } from '../features/quizzes/answer-quiz.ts'
import { aBooking, aTrainingSession } from './a-training-session.ts'

/** The quiz of a training, whatever its authors wrote. */
export function quizOf(programme: Programme, trainingId = 'F01'): readonly QuizQuestion[] {
  const quiz = findTraining(programme, trainingId)?.quiz
  if (!quiz) throw new Error(`${trainingId} has no quiz`)
  return quiz
}

/** An answer to each question: the first ones wrong, the others right. */
export function answersTo(quiz: readonly QuizQuestion[], { wrong = 0 } = {}): Record<string, string> {
  const wrongOption = ({ options, answer }: QuizQuestion) => options.find(({ id }) => id !== answer)?.id ?? ''
  return Object.fromEntries(
    quiz.map((question, i) => [question.id, i < wrong ? wrongOption(question) : question.answer]),
  )
}

type Sitting = { programme: Programme; personId: string; trainingId?: string; wrong?: number; at: Date }

/** An attempt at the quiz, all right unless said otherwise. */
export async function anAttempt(db: Db, sitting: Sitting): Promise<string> {
  const { programme, personId, trainingId = 'F01', wrong = 0, at } = sitting
  const quiz = quizOf(programme, trainingId)
  const answers = answersTo(quiz, { wrong })
  const request = { personId, trainingId, releaseId: programme.hash, quiz, answers, formKey: newToken() }
  const outcome = await transaction(db, (tx) => answerQuiz(tx, at, request))
  if (outcome.kind !== 'answered') throw new Error(`the quiz was not answered: ${outcome.kind}`)
  return outcome.attemptId
}

/** Who ran the session says that the holder of this booking was there. */
export async function noteAsPresent(db: Db, { id, session, personId }: BookingDetails): Promise<void> {
  await sql`insert into attendance_declarations (booking_id, seat, state, declared_by, declared_at)
    values (${id}, 0, 'present', ${personId}, ${session.endsAt})`.execute(db)
}

/** The holder had the page of the room open for so many minutes. */
export async function stayFor(db: Db, { id, session }: BookingDetails, minutes: number): Promise<void> {
  const until = new Date(session.startsAt.getTime() + minutes * 60_000)
  await sql`insert into attendance_stays values (${id}, ${session.startsAt}, ${until})`.execute(db)
}

/** Somebody has watched such a share of a replay of ten minutes. */
export async function watchReplay(
  db: Db,
  { personId, trainingId, share, at }: { personId: string; trainingId: string; share: number; at: Date },
): Promise<void> {
  const watched = `{[0,${Math.round(600 * share)})}`
  await sql`insert into replay_watches values
    (${personId}, ${trainingId}, 600, ${watched}::int4multirange, 0, ${at}, ${at})`.execute(db)
}

/** Somebody who followed F01 on the eve, was noted as present, and passed its quiz on `at`. */
export async function aGraduate(db: Db, programme: Programme, at: Date): Promise<BookingDetails> {
  const startsAt = new Date(at.getTime() - 86_400_000)
  const session = await aTrainingSession(db, { startsAt })
  const booking = await aBooking(db, { session, at: new Date(startsAt.getTime() - 86_400_000) })
  await noteAsPresent(db, booking)
  await anAttempt(db, { programme, personId: booking.personId, at })
  return booking
}
