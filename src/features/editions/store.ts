import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Brick } from './bricks.ts'
import type { Edition, EditionSummary, Peers } from './edition.ts'
import type { Asked } from './family.ts'
import type { Cell, CountedBrick } from './figure.ts'
import { ancestorsOf, type Place } from './place.ts'

/** The releases of a programme with what each asks, so that those of one family can be told. */
export function listAsked(reader: Reader, slug: string): Promise<(Asked & { id: string })[]> {
  return ask(
    reader,
    sql<Asked & { id: string }>`
      select id, content->'slug' as slug, content->'axes' as axes, content->'profile' as profile,
        content->'questions' as questions
      from releases where programme = ${slug}`,
  )
}

/** The newest edition of a family, or null while there is none. */
export async function findLatestEdition(reader: Reader, family: string): Promise<Edition | null> {
  const found = reader
    .selectFrom('editions')
    .select(['id', 'number', 'businesses', 'madeAt'])
    .where('family', '=', family)
    .orderBy('number', 'desc')
    .limit(1)
  return (await found.executeTakeFirst()) ?? null
}

/** All editions of a family, newest first. */
export function listEditions(reader: Reader, family: string): Promise<EditionSummary[]> {
  return ask(
    reader,
    sql<EditionSummary>`
      select e.id, e.number, e.businesses, e.made_at,
        (select count(*)::int from edition_cells c where c.edition_id = e.id) as cells,
        (select count(*)::int from edition_bricks b where b.edition_id = e.id) as bricks,
        (select count(*)::int from edition_bricks b where b.edition_id = e.id and b.counted_at < e.made_at) as kept_bricks
      from editions e where e.family = ${family} order by e.number desc`,
  )
}

/** The bricks of each edition of a family, first edition first. */
export async function listBricks(reader: Reader, family: string): Promise<Brick[][]> {
  const rows = await ask(
    reader,
    sql<{ bricks: Brick[] }>`
      select array_agg(b.brick order by b.brick) as bricks
      from editions e join edition_bricks b on b.edition_id = e.id
      where e.family = ${family} group by e.number order by e.number`,
  )
  return rows.map(({ bricks }) => bricks)
}

/** What the last edition counted, to be taken over where too little changed. */
export function listCountedBricks(reader: Reader, editionId: string): Promise<CountedBrick[]> {
  return ask(
    reader,
    sql<CountedBrick>`
      select brick, businesses, counts, counted_at from edition_bricks where edition_id = ${editionId}`,
  )
}

export type Around = { family: string; place: Place; editionId: string | null }

/**
 * The shops at this place or, when they are too few there, at the next wider one: the narrowest cell of the edition
 * named, or of the newest one when none is.
 */
export async function findPeers(reader: Reader, { family, place, editionId }: Around): Promise<Peers | null> {
  const [peers] = await ask(
    reader,
    sql<Peers>`
      select c.place, c.businesses, c.figures, c.counted_at, e.made_at,
        (select max(newer.made_at) from editions newer where newer.family = e.family and newer.number > e.number) as newer_at
      from (select * from editions
        where family = ${family} and (${editionId}::uuid is null or id = ${editionId})
        order by number desc limit 1) e
      join edition_cells c on c.edition_id = e.id
      where c.place = any(${ancestorsOf(place)}::text[])
      order by length(c.place) desc limit 1`,
  )
  return peers ?? null
}

export type NewEdition = Omit<Edition, 'id'> & { programme: string; family: string }

export async function insertEdition(tx: Tx, edition: NewEdition): Promise<string> {
  const { id } = await tx.insertInto('editions').values(edition).returning('id').executeTakeFirstOrThrow()
  return id
}

/** @throws when a figure is about fewer than ten businesses: constraints stand behind the rules. */
export async function insertCounted(
  tx: Tx,
  editionId: string,
  { bricks, cells }: { bricks: readonly CountedBrick[]; cells: readonly Cell[] },
): Promise<void> {
  await sql`
    insert into edition_bricks (edition_id, brick, businesses, counts, counted_at)
    select ${editionId}, brick, businesses, counts, "countedAt"
    from jsonb_to_recordset(${JSON.stringify(bricks)}) as t (brick text, businesses integer, counts jsonb, "countedAt" timestamptz)`.execute(
    tx,
  )
  await sql`
    insert into edition_cells (edition_id, place, businesses, figures, counted_at)
    select ${editionId}, place, businesses, figures, "countedAt"
    from jsonb_to_recordset(${JSON.stringify(cells)}) as t (place text, businesses integer, figures jsonb, "countedAt" timestamptz)`.execute(
    tx,
  )
}
