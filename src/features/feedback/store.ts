/** All SQL about what people think of trainings. */
import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { isWithin } from '../businesses/reach-store.ts'
import type { TrainingId } from '../programmes/training.ts'
import { enoughAnswers, type Feedback, type FeedbackSummary, type Pace, type Subject } from './feedback.ts'
import type { Usefulness } from './feedback.ts'

export async function findFeedback(db: Reader, subject: Subject): Promise<Feedback | null> {
  const row = await db
    .selectFrom('feedback')
    .select('word')
    .select((eb) => [
      eb.ref('usefulness').$castTo<Usefulness>().as('usefulness'),
      eb.ref('pace').$castTo<Pace | null>().as('pace'),
    ])
    .where('personId', '=', subject.personId)
    .where('trainingId', '=', subject.trainingId)
    .where('trainingSessionId', 'is not distinct from', subject.trainingSessionId)
    .executeTakeFirst()
  return row ?? null
}

/** The first tap makes the row; a later one changes it. */
export async function keepUsefulness(
  tx: Tx,
  now: Date,
  subject: Subject,
  usefulness: Usefulness,
): Promise<void> {
  await tx
    .insertInto('feedback')
    .values({ ...subject, usefulness, givenAt: now, changedAt: now })
    .onConflict((conflict) =>
      conflict.constraint('one_feedback_per_person').doUpdateSet({ usefulness, changedAt: now }),
    )
    .execute()
}

/** False when there is no first tap to add to. */
export async function addToFeedback(
  tx: Tx,
  now: Date,
  subject: Subject,
  more: Partial<Pick<Feedback, 'pace' | 'word'>>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('feedback')
    .set({ ...more, changedAt: now })
    .where('personId', '=', subject.personId)
    .where('trainingId', '=', subject.trainingId)
    .where('trainingSessionId', 'is not distinct from', subject.trainingSessionId)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** The last session of this training that the person had a seat in and that has begun. */
export async function findLastSessionOf(
  db: Reader,
  now: Date,
  { personId, trainingId }: Omit<Subject, 'trainingSessionId'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('bookings')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'trainingSessionId')
    .select('trainingSessions.id')
    .where('personId', '=', personId)
    .where('trainingId', '=', trainingId)
    .where('bookings.cancelledAt', 'is', null)
    .where('trainingSessions.cancelledAt', 'is', null)
    .where('startsAt', '<=', now)
    .orderBy('startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

type Row = { trainingId: TrainingId; isEnough: boolean } & NonNullable<FeedbackSummary['said']>

/** What was said, a line a training, as far as the viewer may know. Too few answers are not read. */
export async function listFeedback(db: Reader, viewer: Actor): Promise<FeedbackSummary[]> {
  const rows = await ask<Row>(
    db,
    sql`
      select feedback.training_id, count(*) >= ${enoughAnswers} as is_enough, count(*)::int as answers,
        jsonb_build_object('yes', count(*) filter (where usefulness = 'yes'),
          'so-so', count(*) filter (where usefulness = 'so-so'),
          'no', count(*) filter (where usefulness = 'no')) as usefulness,
        jsonb_build_object('slow', count(*) filter (where pace = 'slow'),
          'right', count(*) filter (where pace = 'right'),
          'fast', count(*) filter (where pace = 'fast')) as pace,
        coalesce(jsonb_agg(word order by word) filter (where word <> ''), '[]') as words
      from feedback left join training_sessions session on session.id = training_session_id
      where ${isSaidTo(viewer)}
      group by feedback.training_id order by feedback.training_id`,
  )
  return rows.map(({ trainingId, isEnough, ...said }) => ({ trainingId, said: isEnough ? said : null }))
}

/** Trainers hear what was said of their own sessions; staff of a relay what people of its businesses said. */
function isSaidTo(viewer: Actor): RawBuilder<boolean> {
  if (viewer.role === 'trainer') return sql<boolean>`session.trainer_person_id = ${viewer.personId}`
  if (viewer.relayId === null) return sql<boolean>`true`
  return sql<boolean>`exists (
    select from bookings join businesses on businesses.id = bookings.business_id
    where bookings.training_session_id = session.id and bookings.person_id = feedback.person_id
      and ${isWithin(viewer)})`
}
