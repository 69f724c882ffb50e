/** All SQL about segments, but for who is in one (list-store.ts). */
import type { Reader, Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { Reach } from '../businesses/reach-store.ts'
import { readRule, type Rule } from './rule.ts'
import type { Segment } from './segment.ts'

const mostSegments = 500
const columns = ['id', 'name', 'relayId', 'rule', 'madeAt'] as const

/** Those of a relay, or of the whole programme, in the order of their names. */
export async function listSegments(db: Reader, { relayId }: Reach): Promise<Segment[]> {
  const rows = await db
    .selectFrom('segments')
    .select(columns)
    .where('relayId', 'is not distinct from', relayId)
    .orderBy('name')
    .limit(mostSegments)
    .execute()
  return rows.map(asSegment)
}

/** Staff of a relay find its own; the whole programme finds every one. */
export async function findSegment(db: Reader, { relayId }: Actor, id: string): Promise<Segment | null> {
  const found = db.selectFrom('segments').select(columns).where('id', '=', id)
  const row = await (relayId === null ? found : found.where('relayId', '=', relayId)).executeTakeFirst()
  return row ? asSegment(row) : null
}

function asSegment({ rule, ...row }: Omit<Segment, 'rule'> & { rule: unknown }): Segment {
  return { ...row, rule: readRule(rule) }
}

export type NewSegment = { name: string; relayId: string | null; rule: Rule; madeBy: string }

/** Null when the name is taken. */
export async function insertSegment(
  tx: Tx,
  now: Date,
  { rule, ...segment }: NewSegment,
): Promise<string | null> {
  const row = await tx
    .insertInto('segments')
    .values({ ...segment, rule: JSON.stringify(rule), madeAt: now })
    .onConflict((conflict) => conflict.constraint('one_segment_per_name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updateSegmentName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('segments').set({ name }).where('id', '=', id).execute()
}

export async function isNameTaken(
  tx: Tx,
  { id, name, relayId }: { id: string; name: string; relayId: string | null },
): Promise<boolean> {
  const other = await tx
    .selectFrom('segments')
    .select('id')
    .where('name', '=', name)
    .where('relayId', 'is not distinct from', relayId)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other !== undefined
}

export async function removeSegment(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('segments').where('id', '=', id).execute()
}
