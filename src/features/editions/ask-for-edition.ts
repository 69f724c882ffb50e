import type { Tx } from '../../core/db.ts'
import { enqueue } from '../../core/queue.ts'
import type { Actor } from '../accounts/person.ts'
import type { Programme } from '../programmes/programme.ts'
import { mayMakeEdition } from './edition.ts'
import { familyOf } from './family.ts'
import { makeEditionJob } from './jobs.ts'
import { abandonStaleWork, insertWork } from './work-store.ts'

export type AskOutcome = { kind: 'asked'; workId: string } | { kind: 'at-work' } | { kind: 'forbidden' }

/** Has an edition made by the worker; two clicks ask for one. */
export async function askForEdition(
  tx: Tx,
  now: Date,
  actor: Actor,
  programme: Programme,
): Promise<AskOutcome> {
  if (!mayMakeEdition(actor)) return { kind: 'forbidden' }
  const family = familyOf(programme)
  await abandonStaleWork(tx, now, family)
  const workId = await insertWork(tx, now, { family, askedBy: actor.personId })
  if (!workId) return { kind: 'at-work' }
  await enqueue(tx, makeEditionJob, { workId })
  return { kind: 'asked', workId }
}
