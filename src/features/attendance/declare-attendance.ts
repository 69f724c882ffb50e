import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { lockChangeableSession } from '../training-sessions/change-store.ts'
import { keepDeclarations, readDeclared } from './declaration-store.ts'
import { decide, whyUndeclarable, type Decided, type DeclaredState, type Mark } from './declaration.ts'

export type DeclareRequest = {
  trainingSessionId: string
  marks: readonly Mark[]
  /** What to note for everybody without a mark; null: nothing. */
  rest: DeclaredState | null
}

export type DeclareOutcome =
  | ({ kind: 'declared' } & Decided)
  /** The session has not begun: nobody can have come. */
  | { kind: 'too-early' }
  | { kind: 'called-off' }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }

/** Notes who came to a session, with who says it and when; what is not touched stays as it is. */
export async function declareAttendance(
  tx: Tx,
  now: Date,
  actor: Actor,
  { trainingSessionId, marks, rest }: DeclareRequest,
): Promise<DeclareOutcome> {
  const session = await lockChangeableSession(tx, trainingSessionId, actor)
  if (!session) return { kind: 'not-found' }
  const why = whyUndeclarable(session, now, actor)
  if (why) return why
  const decided = decide(await readDeclared(tx, trainingSessionId), marks, rest)
  await keepDeclarations(tx, now, actor.personId, decided.changes)
  return { kind: 'declared', ...decided }
}
