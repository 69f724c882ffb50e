import type { Reader, Tx } from '../../core/db.ts'
import type { ActionId } from '../programmes/action.ts'
import type { Proof } from './proof.ts'

type Place = { diagnosticId: string; action: ActionId }

/** Keeps the first day and the last words: said twice, it is done once. */
export async function keepProof(
  tx: Tx,
  { diagnosticId, action, note, declaredAt }: Proof & Place,
): Promise<void> {
  await tx
    .insertInto('actionProofs')
    .values({ diagnosticId, actionId: action, note, declaredAt })
    .onConflict((conflict) => conflict.constraint('an_action_is_done_once').doUpdateSet({ note }))
    .execute()
}

export async function deleteProof(tx: Tx, { diagnosticId, action }: Place): Promise<void> {
  await tx
    .deleteFrom('actionProofs')
    .where('diagnosticId', '=', diagnosticId)
    .where('actionId', '=', action)
    .execute()
}

/** What was said to be done in a run, the first first. */
export function listProofs(reader: Reader, diagnosticId: string): Promise<Proof[]> {
  return reader
    .selectFrom('actionProofs')
    .select(['actionId as action', 'note', 'declaredAt'])
    .where('diagnosticId', '=', diagnosticId)
    .orderBy('declaredAt')
    .orderBy('actionId')
    .execute()
}
