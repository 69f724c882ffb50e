import { sql } from 'kysely'
import type { Reader, Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { TrainingSession } from './training-session.ts'

const columns = [
  'id',
  'trainingId',
  'startsAt',
  'endsAt',
  'zone',
  'capacity',
  'seatsTaken',
  'trainer',
  'roomUrl',
  'cancelledAt',
] as const

export async function findTrainingSession(db: Reader, id: string): Promise<TrainingSession | null> {
  const query = db.selectFrom('trainingSessions').select(columns).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** Sessions of a training that still lie ahead, full ones too, soonest first. */
export function listComingSessions(
  db: Reader,
  now: Date,
  trainingId: TrainingId,
): Promise<TrainingSession[]> {
  return db
    .selectFrom('trainingSessions')
    .select(columns)
    .where('trainingId', '=', trainingId)
    .where('startsAt', '>', now)
    .where('cancelledAt', 'is', null)
    .orderBy('startsAt')
    .limit(50)
    .execute()
}

/** One session a training: the soonest with a seat, or the soonest of all when every one is full. */
export function listNextSessions(db: Reader, now: Date): Promise<TrainingSession[]> {
  return db
    .selectFrom('trainingSessions')
    .distinctOn('trainingId')
    .select(columns)
    .where('startsAt', '>', now)
    .where('cancelledAt', 'is', null)
    .orderBy('trainingId')
    .orderBy(sql`seats_taken >= capacity`)
    .orderBy('startsAt')
    .execute()
}

/** Sessions from `since` on, soonest first; trainers see their own. */
export function listStaffSessions(db: Reader, since: Date, viewer: Actor): Promise<TrainingSession[]> {
  return sessionsVisibleTo(db, viewer).where('startsAt', '>', since).orderBy('startsAt').limit(500).execute()
}

/** The session if the viewer may see it; absent and forbidden look the same. */
export async function findStaffSession(
  db: Reader,
  id: string,
  viewer: Actor,
): Promise<TrainingSession | null> {
  return (await sessionsVisibleTo(db, viewer).where('id', '=', id).executeTakeFirst()) ?? null
}

/** The member of the team who runs the session; null when it was scheduled for a name only. */
export async function findTrainerOf(db: Reader, id: string): Promise<string | null> {
  const query = db.selectFrom('trainingSessions').select('trainerPersonId').where('id', '=', id)
  return (await query.executeTakeFirst())?.trainerPersonId ?? null
}

/** Of two trainers with the same name, each sees their own sessions. */
export function sessionsVisibleTo(db: Reader, { role, personId }: Actor) {
  const all = db.selectFrom('trainingSessions').select(columns)
  return role === 'trainer' ? all.where('trainerPersonId', '=', personId) : all
}

export type NewSession = Omit<TrainingSession, 'id' | 'seatsTaken' | 'cancelledAt'> & {
  trainerPersonId: string | null
  /** Of the page that schedules it; null when there is none. */
  formKey: string | null
}

/** Null when this very form has scheduled its session already. */
export async function insertTrainingSession(tx: Tx, now: Date, session: NewSession): Promise<string | null> {
  const row = await tx
    .insertInto('trainingSessions')
    .values({ ...session, createdAt: now })
    .onConflict((conflict) => conflict.constraint('one_session_per_form').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findSessionOfForm(db: Reader, formKey: string): Promise<string | null> {
  const query = db.selectFrom('trainingSessions').select('id').where('formKey', '=', formKey)
  return (await query.executeTakeFirst())?.id ?? null
}

/** Holds the row until the transaction ends, so that one visitor at a time moves its seats. */
export async function lockTrainingSession(tx: Tx, id: string): Promise<TrainingSession | null> {
  const query = tx.selectFrom('trainingSessions').select(columns).where('id', '=', id).forUpdate()
  return (await query.executeTakeFirst()) ?? null
}
