/** All SQL about relays; what they may see of the register is in businesses/reach-store.ts. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Relay, RelaySummary } from './relay.ts'
import { communesIn, type Territory, type TerritoryKind } from './territory.ts'

export function listRelays(db: Reader): Promise<RelaySummary[]> {
  return ask(
    db,
    sql<RelaySummary>`
      select id, name,
        (select count(*)::int from relay_areas where relay_id = relays.id) as communes,
        (select count(*)::int from staff_members where relay_id = relays.id) as staff
      from relays order by name, id`,
  )
}

export async function findRelay(db: Reader, id: string): Promise<Relay | null> {
  const relay = await db
    .selectFrom('relays')
    .select(['id', 'name', 'slug', 'phone'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!relay) return null
  const territories = await db
    .selectFrom('relayTerritories')
    .select((eb) => [eb.ref('kind').$castTo<TerritoryKind>().as('kind'), 'code'])
    .where('relayId', '=', id)
    .orderBy(sql`array_position(array['region', 'department', 'epci', 'commune'], kind)`)
    .orderBy('code')
    .execute()
  return { ...relay, territories }
}

export type RelayFacts = { name: string; slug: string; phone: string | null }

/** Null when another relay has this name, or one so like it that their addresses are the same. */
export async function insertRelay(
  tx: Tx,
  now: Date,
  { createdBy, ...facts }: RelayFacts & { createdBy: string },
): Promise<string | null> {
  const row = await tx
    .insertInto('relays')
    .values({ ...facts, createdBy, createdAt: now })
    .onConflict((conflict) => conflict.constraint('one_relay_per_address').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** False when another relay has this name. */
export async function updateRelay(tx: Tx, id: string, facts: RelayFacts): Promise<boolean> {
  const taken = await tx
    .selectFrom('relays')
    .select('id')
    .where('slug', '=', facts.slug)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken) return false
  await tx.updateTable('relays').set(facts).where('id', '=', id).execute()
  return true
}

/** Its territory from now on, with all its communes. */
export async function replaceTerritory(
  tx: Tx,
  relayId: string,
  territories: readonly Territory[],
): Promise<void> {
  await tx.deleteFrom('relayTerritories').where('relayId', '=', relayId).execute()
  await tx.deleteFrom('relayAreas').where('relayId', '=', relayId).execute()
  if (territories.length === 0) return
  const rows = territories.map(({ kind, code }) => ({ relayId, kind, code }))
  await tx.insertInto('relayTerritories').values(rows).execute()
  const communes = [...new Set(territories.flatMap(communesIn))]
  await sql`insert into relay_areas (relay_id, commune_code)
    select ${relayId}::uuid, code from unnest(${communes}::text[]) as code`.execute(tx)
}

/** Gives the businesses with these numbers to a relay. @returns how many are in the register, and how many were not its own yet. */
export async function insertGiven(
  tx: Tx,
  now: Date,
  { relayId, sirets, source }: { relayId: string; sirets: readonly string[]; source: string },
): Promise<{ known: number; added: number }> {
  const [row] = await ask<{ known: number; added: number }>(
    tx,
    sql`
      with known as (
        select id from businesses where siret = any(${sirets}::text[]) and diffusion = 'O'
      ), added as (
        insert into relay_businesses (relay_id, business_id, source, added_at)
        select ${relayId}::uuid, id, ${source}, ${now}::timestamptz from known
        on conflict do nothing returning 1
      )
      select (select count(*)::int from known) as known, (select count(*)::int from added) as added`,
  )
  return row ?? { known: 0, added: 0 }
}

export async function relayNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('relays').select(['id', 'name']).orderBy('name').execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
