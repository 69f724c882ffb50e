/** Which businesses somebody may see: all of them, or those of a relay. Part of the question, never a filter after it. */
import { sql, type RawBuilder } from 'kysely'

/** Null: the whole register. A member of staff is one (`Actor`). */
export type Reach = { relayId: string | null }

/** Of pages that are for everybody. */
export const everywhere: Reach = { relayId: null }

/** True for businesses in the territory of the relay, and for those that a file gave to it. @param table or its alias. */
export function isWithin({ relayId }: Reach, table = 'businesses'): RawBuilder<boolean> {
  if (relayId === null) return sql<boolean>`true`
  const [commune, id] = [sql.ref(`${table}.communeCode`), sql.ref(`${table}.id`)]
  return sql<boolean>`(${commune} in (select commune_code from relay_areas where relay_id = ${relayId})
    or ${id} in (select business_id from relay_businesses where relay_id = ${relayId}))`
}

/**
 * The businesses within reach that `asked` is true of, for where few are: each way of belonging to a relay has an index
 * of its own, which `isWithin` in one condition cannot use.
 * @param columns of `businesses`, as they are read.
 */
export function selectWithin({ relayId }: Reach, columns: RawBuilder<unknown>, asked: RawBuilder<boolean>) {
  const select = sql`select ${columns} from businesses where ${asked}`
  // `offset 0` keeps the database from reading on in the order of what surrounds it.
  if (relayId === null) return sql`${select} offset 0`
  return sql`${select} and commune_code in (select commune_code from relay_areas where relay_id = ${relayId})
    union ${select} and id in (select business_id from relay_businesses where relay_id = ${relayId})`
}
