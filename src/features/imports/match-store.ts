import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { findBusiness, searchBusinesses } from '../businesses/store.ts'
import type { Candidate, CandidateReason } from './candidate.ts'
import { listingColumns } from './listing-store.ts'
import type { Listing } from './listing.ts'

const mostCandidates = 6

export async function countWaiting(db: Reader): Promise<number> {
  const [row] = await ask(db, sql<{ count: string }>`select count(*) from listings where state = 'waiting'`)
  return Number(row?.count ?? 0)
}

/** Those that wait for a person, the oldest first, after the given one. */
export async function listWaiting(
  db: Reader,
  { after, limit }: { after: Pick<Listing, 'id' | 'saidAt'> | null; limit: number },
): Promise<Listing[]> {
  const waiting = db
    .selectFrom('listings')
    .select(listingColumns)
    .where('state', '=', 'waiting')
    .orderBy('saidAt')
    .orderBy('id')
    .limit(limit)
  const from = after?.saidAt
    ? waiting.where(sql<boolean>`(said_at, id) > (${after.saidAt}, ${after.id}::uuid)`)
    : waiting
  return (await from.execute()) as unknown as Listing[]
}

export async function findListing(db: Reader, id: string): Promise<Listing | null> {
  const found = await db.selectFrom('listings').select(listingColumns).where('id', '=', id).executeTakeFirst()
  return (found as unknown as Listing | undefined) ?? null
}

export async function lockListing(tx: Tx, id: string): Promise<Listing | null> {
  const found = tx.selectFrom('listings').select(listingColumns).where('id', '=', id).forUpdate()
  return ((await found.executeTakeFirst()) as unknown as Listing | undefined) ?? null
}

/** The businesses that it may be, the likeliest first; those that asked not to be shown are not among them. */
export async function listCandidates(db: Reader, { said, matchKey }: Listing): Promise<Candidate[]> {
  const values = said.contacts.filter(({ kind }) => kind !== 'website').map(({ value }) => value)
  const known = await ask(
    db,
    sql<{ id: string; why: CandidateReason; rank: number }>`
      select distinct on (id) id, why, rank from (
        select business_id as id, 'same-shop' as why, 1 as rank from listings
         where match_key = ${matchKey} and match_key <> '' and business_id is not null
        union all
        select business_id, 'same-contact', 2 from business_contacts where value = any(${values})
        limit 50
      ) as found order by id, rank`,
  )
  const found: Candidate[] = []
  for (const { id, why } of known.toSorted((one, other) => one.rank - other.rank).slice(0, mostCandidates)) {
    const business = await findBusiness(db, id)
    if (business) found.push({ business, why })
  }
  const town = said.postalCode ?? said.commune ?? ''
  const alike = await searchBusinesses(db, {
    words: said.sign ?? said.name,
    town,
    reach: everywhere,
    limit: mostCandidates,
  })
  const more = alike.filter(({ id }) => !found.some(({ business }) => business.id === id))
  return [...found, ...more.map((business) => ({ business, why: 'alike' as const }))].slice(0, mostCandidates)
}

/** A person changes their mind. */
export async function waitAgain(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('listings')
    .set({ state: 'waiting', settledBy: null, settledAt: null })
    .where('id', '=', id)
    .execute()
}

/** A person says that no business is meant. */
export async function setAside(tx: Tx, now: Date, id: string, settledBy: string): Promise<void> {
  await tx
    .updateTable('listings')
    .set({ state: 'alone', settledBy, settledAt: now })
    .where('id', '=', id)
    .execute()
}
