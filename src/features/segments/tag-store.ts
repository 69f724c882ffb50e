/** All SQL about tags. Whose tag it is goes with whose businesses are looked at (`Reach`). */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { Reach } from '../businesses/reach-store.ts'
import { matches } from './rule-store.ts'
import type { Rule } from './rule.ts'
import type { Tagging } from './tag.ts'

const mostTags = 200

/** The tags in use, most used first. */
export async function listTags(db: Reader, { relayId }: Reach): Promise<string[]> {
  const rows = await ask<{ tag: string }>(
    db,
    sql`select tag from business_tags where relay_id is not distinct from ${relayId}::uuid
      group by tag order by count(*) desc, tag limit ${mostTags}`,
  )
  return rows.map(({ tag }) => tag)
}

export async function listTagsOf(db: Reader, { relayId }: Reach, businessId: string): Promise<string[]> {
  const rows = await ask<{ tag: string }>(
    db,
    sql`select tag from business_tags where business_id = ${businessId}
      and relay_id is not distinct from ${relayId}::uuid order by tag`,
  )
  return rows.map(({ tag }) => tag)
}

export type NewTag = { businessId: string; relayId: string | null; tag: string; addedBy: string }

export async function insertTag(tx: Tx, now: Date, tag: NewTag): Promise<void> {
  await tx
    .insertInto('businessTags')
    .values({ ...tag, addedAt: now })
    .onConflict((conflict) => conflict.constraint('a_tag_once_on_a_business').doNothing())
    .execute()
}

export async function deleteTag(
  tx: Tx,
  { relayId }: Reach,
  { businessId, tag }: { businessId: string; tag: string },
): Promise<void> {
  await sql`delete from business_tags where business_id = ${businessId} and tag = ${tag}
    and relay_id is not distinct from ${relayId}::uuid`.execute(tx)
}

export type NewTagging = { reach: Reach; rule: Rule; tag: string; madeBy: string }

/** Tags every business that a rule means; those that have the tag keep it as it was. */
export async function insertTagging(
  tx: Tx,
  now: Date,
  { reach, rule, tag, madeBy }: NewTagging,
): Promise<{ id: string; businesses: number }> {
  const { relayId } = reach
  const { id } = await tx
    .insertInto('taggings')
    .values({ relayId, tag, madeBy, madeAt: now, businesses: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { numAffectedRows } = await sql`
    insert into business_tags (business_id, relay_id, tag, tagging_id, added_by, added_at)
    select id, ${relayId}::uuid, ${tag}, ${id}::uuid, ${madeBy}::uuid, ${now}::timestamptz
    from businesses where ${matches(reach, rule)} order by id
    on conflict on constraint a_tag_once_on_a_business do nothing`.execute(tx)
  const businesses = Number(numAffectedRows ?? 0)
  await tx.updateTable('taggings').set({ businesses }).where('id', '=', id).execute()
  return { id, businesses }
}

/** Of who may undo it: the relay whose tag it is, and the whole programme. */
export async function lockTagging(tx: Tx, actor: Actor, id: string): Promise<Tagging | null> {
  const found = tx
    .selectFrom('taggings')
    .select(['id', 'tag', 'relayId', 'businesses', 'undoneAt'])
    .where('id', '=', id)
    .forUpdate()
  return (await ofOwn(found, actor).executeTakeFirst()) ?? null
}

export async function findTagging(db: Reader, actor: Actor, id: string): Promise<Tagging | null> {
  const found = db
    .selectFrom('taggings')
    .select(['id', 'tag', 'relayId', 'businesses', 'undoneAt'])
    .where('id', '=', id)
  return (await ofOwn(found, actor).executeTakeFirst()) ?? null
}

function ofOwn<Q extends { where(column: 'relayId', is: '=', id: string): Q }>(
  query: Q,
  { relayId }: Actor,
): Q {
  return relayId === null ? query : query.where('relayId', '=', relayId)
}

/** Takes the tags of this act away, and no others. */
export async function deleteTagging(tx: Tx, now: Date, id: string): Promise<void> {
  await tx.deleteFrom('businessTags').where('taggingId', '=', id).execute()
  await tx.updateTable('taggings').set({ undoneAt: now }).where('id', '=', id).execute()
}
