/** Lists of businesses that a rule means, page by page, as screens, files and mailings read them. */
import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import { selectWithin, type Reach } from '../businesses/reach-store.ts'
import { searchBusinesses } from '../businesses/store.ts'
import type { Cursor, ListOrder } from './asked.ts'
import type { Listed } from './listed.ts'
import { lastStep, matches } from './rule-store.ts'
import { anyBusiness, fieldsSaid, type Rule, type RuleField } from './rule.ts'

export type Page = { order: ListOrder; after: Cursor | null; limit: number }

/**
 * So many rows are read in their order before the index of a filter is asked instead: from an index that holds what
 * filters ask about, some ten milliseconds; words stand in the rows alone, which are slower to reach.
 */
const mostWalked = { byIndex: 40_000, byRow: 6000 }

/** How an order sorts, and from where on. */
function sorted(order: ListOrder, after: Cursor | null) {
  if (order === 'name') {
    const from = after && sql<boolean>`(sort_name, siret) > (${after.key}, ${after.siret})`
    return { key: sql<string>`sort_name`, by: sql`sort_name, siret`, from: from ?? sql<boolean>`true` }
  }
  const from = after && sql<boolean>`siret > ${after.siret}`
  return { key: sql<string>`''`, by: sql`siret`, from: from ?? sql<boolean>`true` }
}

/**
 * A page of the businesses that a rule means, each once, from after a row on. A rule that many pass is answered by
 * reading on in the order; one that few pass by its own index: the database guesses badly which is which.
 */
export async function listPage(
  db: Reader,
  reach: Reach,
  rule: Rule,
  { order, after, limit }: Page,
): Promise<Listed[]> {
  const { key, by, from } = sorted(order, after)
  const asked = matches(reach, rule)
  const most = rule.words === '' ? mostWalked.byIndex : mostWalked.byRow
  const walked = sql`select id from (select * from businesses where ${from} order by ${by} limit ${most}) businesses
    where ${asked} order by ${by} limit ${limit}`
  const found = await listRows(db, reach, { ids: walked, key, by })
  if (found.length === limit) return found
  const rows = selectWithin(reach, sql`id, siret, sort_name`, sql<boolean>`${from} and ${asked}`)
  const gathered = sql`select id from (${rows}) businesses order by ${by} limit ${limit}`
  return listRows(db, reach, { ids: gathered, key, by })
}

type Rows = { ids: RawBuilder<unknown>; key: RawBuilder<string>; by: RawBuilder<unknown> }

function listRows(db: Reader, { relayId }: Reach, { ids, key, by }: Rows): Promise<Listed[]> {
  return ask(
    db,
    sql<Listed>`
      with page as materialized (${ids})
      select businesses.id, siret, name, sign, activity_code, street, postal_code, commune, department_code, size_band,
        ${lastStep} as step, ${key} as key,
        exists (select from contact_refusals where business_id = businesses.id) as is_refused,
        array(select tag from business_tags where business_id = businesses.id
          and relay_id is not distinct from ${relayId}::uuid order by tag) as tags
      from page join businesses on businesses.id = page.id order by ${by}`,
  )
}

/** The nearest to the words of a rule, with slips forgiven, best first; where more are meant, a few of them only. */
export async function listNearest(db: Reader, reach: Reach, rule: Rule, limit: number): Promise<Listed[]> {
  const also = matches(reach, { ...rule, words: '' })
  const found = await searchBusinesses(db, { words: rule.words, reach, also, limit })
  const ids = found.map(({ id }) => id)
  const by = sql`array_position(${ids}::uuid[], businesses.id)`
  return listRows(db, reach, { ids: sql`select unnest(${ids}::uuid[]) as id`, key: sql<string>`''`, by })
}

/** The businesses of a segment in the order of their numbers, from after a SIRET on; who refused contact too, marked. */
export function listSegment(
  db: Reader,
  reach: Reach,
  rule: Rule,
  { after, limit }: { after: string | null; limit: number },
): Promise<Listed[]> {
  const cursor = after === null ? null : { siret: after, key: '' }
  return listPage(db, reach, rule, { order: 'siret', after: cursor, limit })
}

/** Exactly how many a rule means; of two million, about a second. */
export async function countSegment(db: Reader, reach: Reach, rule: Rule): Promise<number> {
  const rows = selectWithin(reach, sql`id`, matches(reach, rule))
  const [row] = await ask(db, sql<{ count: string }>`select count(*) from (${rows}) businesses`)
  return Number(row?.count ?? 0)
}

/** The filters of a rule without which, one at a time, somebody would be found. */
export async function listLooser(db: Reader, reach: Reach, rule: Rule): Promise<RuleField[]> {
  const found: RuleField[] = []
  for (const field of fieldsSaid(rule)) {
    const looser = { ...rule, [field]: anyBusiness[field] }
    const [first] = await listPage(db, reach, looser, { order: 'siret', after: null, limit: 1 })
    if (first) found.push(field)
  }
  return found
}

/** Addresses of people who are booked for these businesses; none of a business that asked to be left alone. */
export async function listContacts(
  db: Reader,
  businessIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ask(
    db,
    sql<{ id: string; emails: string[] }>`
      select business_id as id, array_agg(distinct email order by email) as emails
      from bookings join people on people.id = person_id
      where business_id = any(${businessIds}::uuid[]) and cancelled_at is null
        and not exists (select from contact_refusals refusal where refusal.business_id = bookings.business_id)
      group by business_id`,
  )
  return new Map(rows.map(({ id, emails }) => [id, emails]))
}
