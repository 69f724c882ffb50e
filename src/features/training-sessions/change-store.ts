/** Changing a session: the row and the history of its changes. */
import type { Reader, Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { ChangeableSession, ChangeKind, SessionChange, SessionFacts } from './change.ts'
import { sessionsVisibleTo } from './store.ts'

/** The session if the viewer may see it; absent and forbidden look the same. */
export async function findChangeableSession(
  db: Reader,
  id: string,
  viewer: Actor,
): Promise<ChangeableSession | null> {
  return (await changeable(db, id, viewer).executeTakeFirst()) ?? null
}

/** The same, held until the transaction ends: neither a seat nor another change comes in between. */
export async function lockChangeableSession(
  tx: Tx,
  id: string,
  viewer: Actor,
): Promise<ChangeableSession | null> {
  return (await changeable(tx, id, viewer).forUpdate().executeTakeFirst()) ?? null
}

function changeable(db: Reader, id: string, viewer: Actor) {
  return sessionsVisibleTo(db, viewer).select(['version', 'trainerPersonId']).where('id', '=', id)
}

/** Writes what changed and raises the version. */
export async function writeChangedSession(
  tx: Tx,
  { id, version }: Pick<ChangeableSession, 'id' | 'version'>,
  change: SessionFacts | { cancelledAt: Date },
): Promise<void> {
  await tx
    .updateTable('trainingSessions')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export type NewChange = {
  kind: ChangeKind
  message: string | null
  told: number
  formKey: string | null
  changedBy: string
}

/** Keeps what was done to the session, as it was before. */
export async function insertSessionChange(
  tx: Tx,
  now: Date,
  { id, version, startsAt, zone }: Pick<ChangeableSession, 'id' | 'version' | 'startsAt' | 'zone'>,
  change: NewChange,
): Promise<void> {
  await tx
    .insertInto('sessionChanges')
    .values({
      ...change,
      trainingSessionId: id,
      version: version + 1,
      wasStartsAt: startsAt,
      wasZone: zone,
      changedAt: now,
    })
    .execute()
}

/** What this very form has done to the session already. */
export async function findChangeOfForm(
  db: Reader,
  { trainingSessionId, formKey }: { trainingSessionId: string; formKey: string },
): Promise<SessionChange | null> {
  const query = changesOf(db, trainingSessionId).where('formKey', '=', formKey)
  return ((await query.executeTakeFirst()) as SessionChange | undefined) ?? null
}

export async function findSessionChange(
  db: Reader,
  { trainingSessionId, version }: { trainingSessionId: string; version: number },
): Promise<SessionChange | null> {
  const query = changesOf(db, trainingSessionId).where('version', '=', version)
  return ((await query.executeTakeFirst()) as SessionChange | undefined) ?? null
}

/** The words with which the session was called off; null when nothing was said. */
export async function findCallOffMessage(db: Reader, trainingSessionId: string): Promise<string | null> {
  const query = changesOf(db, trainingSessionId).where('kind', '=', 'called-off')
  return (await query.executeTakeFirst())?.message ?? null
}

function changesOf(db: Reader, trainingSessionId: string) {
  return db
    .selectFrom('sessionChanges')
    .select(['version', 'kind', 'told', 'message'])
    .where('trainingSessionId', '=', trainingSessionId)
}
