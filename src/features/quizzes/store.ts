/** All SQL about quizzes. */
import type { Reader, Tx } from '../../core/db.ts'
import type { Programme } from '../programmes/programme.ts'
import { findRelease } from '../programmes/store.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { Attempt, QuizAnswers, Score, ShownOrder } from './quiz.ts'

export type NewAttempt = Omit<Attempt, 'id'> & {
  personId: string
  /** Of the page that asked, so that its second click is known as such. */
  formKey: string
}

/** The id of the one attempt of this form: kept now, or the one that is there. */
export async function keepAttempt(tx: Tx, attempt: NewAttempt): Promise<string> {
  const { personId, trainingId, formKey, shown, answers } = attempt
  const kept = await tx
    .insertInto('quizAttempts')
    .values({ ...attempt, shown: JSON.stringify(shown), answers: JSON.stringify(answers) })
    .onConflict((conflict) => conflict.constraint('one_attempt_per_form').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept) return kept.id
  const known = await tx
    .selectFrom('quizAttempts')
    .select('id')
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .where('formKey', '=', formKey)
    .executeTakeFirstOrThrow()
  return known.id
}

export type Owned = { personId: string; trainingId: TrainingId }

/** An attempt of this person at this training; of somebody else's nothing is known. */
export async function findAttempt(
  db: Reader,
  { id, personId, trainingId }: Owned & { id: string },
): Promise<Attempt | null> {
  const row = await db
    .selectFrom('quizAttempts')
    .select(['id', 'trainingId', 'releaseId', 'rightCount', 'questionCount', 'answeredAt'])
    .select((eb) => [
      eb.ref('shown').$castTo<ShownOrder>().as('shown'),
      eb.ref('answers').$castTo<QuizAnswers>().as('answers'),
    ])
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .executeTakeFirst()
  return row ?? null
}

export type BestAttempt = Score & { trainingId: TrainingId }

/** The best attempt at each training this person has tried. */
export function listBestAttempts(db: Reader, personId: string): Promise<BestAttempt[]> {
  return best(db).where('personId', '=', personId).execute()
}

/** The attempt that counts: the largest share of right answers; null while there is none. */
export async function findBestAttempt(db: Reader, { personId, trainingId }: Owned): Promise<Score | null> {
  const row = await best(db)
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .executeTakeFirst()
  return row ?? null
}

function best(db: Reader) {
  return db
    .selectFrom('quizAttempts')
    .distinctOn('trainingId')
    .select(['trainingId', 'rightCount', 'questionCount'])
    .orderBy('trainingId')
    .orderBy((eb) => eb(eb.cast('rightCount', 'float8'), '/', eb.ref('questionCount')), 'desc')
}

/** The content that a form was made from: the one in use, or an older one that this database has seen. */
export async function findAskingProgramme(
  db: Reader,
  current: Programme,
  releaseId: string | null,
): Promise<Programme> {
  if (releaseId === null || releaseId === current.hash) return current
  return (await findRelease(db, releaseId)) ?? current
}
