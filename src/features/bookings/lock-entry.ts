import type { Tx } from '../../core/db.ts'
import { lockTrainingSession } from '../training-sessions/store.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import type { WaitlistEntry } from './waiting.ts'
import { findEntry } from './waiting-store.ts'

export type LockedEntry = { entry: WaitlistEntry; session: TrainingSession }

/** The entry as it is once nobody else can move it: the session is locked first, as everywhere, and it is read again. */
export async function lockEntry(tx: Tx, found: WaitlistEntry | null): Promise<LockedEntry | null> {
  const session = found && (await lockTrainingSession(tx, found.session.id))
  const entry = found && (await findEntry(tx, found.id))
  return entry && session ? { entry, session } : null
}
