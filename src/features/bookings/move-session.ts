import type { Reader, Tx } from '../../core/db.ts'
import { enqueueAll } from '../../core/queue.ts'
import type { Actor } from '../accounts/person.ts'
import { findNamedStaff } from '../accounts/store.ts'
import {
  findChangeOfForm,
  insertSessionChange,
  lockChangeableSession,
  writeChangedSession,
} from '../training-sessions/change-store.ts'
import {
  planMove,
  type ChangeableSession,
  type Planned,
  type SessionFacts,
  type WantedFacts,
} from '../training-sessions/change.ts'
import { moveReminders } from './belief-store.ts'
import { remindersOf } from './booking.ts'
import { waitingMailJob } from './jobs.ts'
import { promiseChange } from './promise-change.ts'
import { queueReminding } from './queue-reminding.ts'
import { listWaiting } from './waiting-store.ts'

export type MoveRequest = Omit<WantedFacts, 'trainer'> & {
  trainingSessionId: string
  /** The session as it was when the page was made. */
  version: number
  /** A member of the team; null: who runs it stays. */
  trainerPersonId: string | null
  /** Of the page that asks, so that its second click is known as such; null when there is no page. */
  formKey: string | null
}

export type MoveOutcome =
  | { kind: 'moved'; version: number; told: number }
  /** This very page has moved it. */
  | { kind: 'already-moved'; version: number }
  /** Somebody else changed the session since the page was made. */
  | { kind: 'changed-meanwhile' }
  | Exclude<Planned, { kind: 'ready' }>
  | { kind: 'not-found' }

/**
 * Gives a session another time, room or trainer. In one transaction: the new facts, the number of each calendar
 * entry, the reminders, and the promise of one mail to each person who holds a seat.
 */
export async function moveSession(
  tx: Tx,
  now: Date,
  actor: Actor,
  request: MoveRequest,
): Promise<MoveOutcome> {
  const { trainingSessionId, version, formKey } = request
  const session = await lockChangeableSession(tx, trainingSessionId, actor)
  if (!session) return { kind: 'not-found' }
  const done = formKey === null ? null : await findChangeOfForm(tx, { trainingSessionId, formKey })
  if (done) return { kind: 'already-moved', version: done.version }
  const planned = planMove(session, now, actor, await readWanted(tx, request))
  if (planned.kind === 'forbidden' || planned.kind === 'begun' || planned.kind === 'called-off')
    return planned
  if (session.version !== version) return { kind: 'changed-meanwhile' }
  if (planned.kind !== 'ready') return planned
  const told = await keepMove(tx, now, session, planned.facts)
  await insertSessionChange(tx, now, session, {
    kind: 'moved',
    message: null,
    told,
    formKey,
    changedBy: actor.personId,
  })
  return { kind: 'moved', version: session.version + 1, told }
}

/** What is wanted, with the name of who shall run it. */
export async function readWanted(
  db: Reader,
  { local, occurrence, roomUrl, trainerPersonId }: MoveRequest,
): Promise<WantedFacts> {
  const trainer = trainerPersonId === null ? 'same' : await findNamedStaff(db, trainerPersonId)
  return { local, occurrence, roomUrl, trainer }
}

async function keepMove(tx: Tx, now: Date, session: ChangeableSession, facts: SessionFacts): Promise<number> {
  await writeChangedSession(tx, session, facts)
  const told = await promiseChange(tx, session)
  // Who waits need not know of another room; and a reminder sent for a moment that is still right is not sent again.
  if (facts.startsAt.getTime() === session.startsAt.getTime()) return told
  await tellLine(tx, session.id, facts.startsAt)
  if (told > 0) await moveReminding(tx, now, session.id, facts.startsAt)
  return told
}

async function moveReminding(tx: Tx, now: Date, trainingSessionId: string, startsAt: Date): Promise<void> {
  const reminders = remindersOf(startsAt, now)
  await moveReminders(tx, now, { trainingSessionId, reminders })
  await queueReminding(tx, trainingSessionId, reminders)
}

/** Who waits is told of another date too, once for each. */
async function tellLine(tx: Tx, trainingSessionId: string, startsAt: Date): Promise<void> {
  const waiting = await listWaiting(tx, trainingSessionId)
  await enqueueAll(
    tx,
    waitingMailJob,
    waiting.map(({ id }) => ({
      payload: { entryId: id, kind: 'moved' as const, again: startsAt.toISOString() },
    })),
  )
}
