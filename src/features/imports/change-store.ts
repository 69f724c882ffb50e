import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import { asJson } from './as-json.ts'
import type { ListEntry } from './list-entry.ts'
import type { Listing } from './listing.ts'
import type { BusinessFields, KnownContact } from './plan-rows.ts'

/** What an import, or a person, changed by one listing. */
export type Change = {
  id: string
  runId: string | null
  listingId: string
  listingBefore: Listing | null
  businessId: string | null
  businessCreated: boolean
  before: Partial<BusinessFields> | null
  after: Partial<BusinessFields> | null
  contactsRemoved: readonly KnownContact[]
  changedAt: Date
  /** What the listing says now. */
  said: ListEntry | null
  /** The listing changed again since. */
  isOvertaken: boolean
}

const columns = sql`c.id, c.run_id, c.listing_id, c.listing_before, c.business_id, c.business_created,
  c.business_before as before, c.business_after as after, c.contacts_removed, c.changed_at, l.said,
  exists (select 1 from list_changes later where later.listing_id = c.listing_id and later.id > c.id) as is_overtaken`

/** The newest first. */
export function lastChanges(tx: Tx, { runId, limit }: { runId: string; limit: number }): Promise<Change[]> {
  return ask<Change>(
    tx,
    sql`select ${columns} from list_changes c left join listings l on l.id = c.listing_id
         where c.run_id = ${runId} order by c.id desc limit ${limit}`,
  )
}

export async function findLastChange(db: Reader, listingId: string): Promise<Change | null> {
  const [change] = await ask<Change>(
    db,
    sql`select ${columns} from list_changes c left join listings l on l.id = c.listing_id
         where c.listing_id = ${listingId} order by c.id desc limit 1`,
  )
  return change ?? null
}

export async function deleteChange(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('listChanges').where('id', '=', id).execute()
}

type ContactsOf = { businessId: string; listingId: string; runId: string | null }

/** An opposition outlives what it opposes. */
export async function deleteContactsOf(tx: Tx, { businessId, listingId, runId }: ContactsOf): Promise<void> {
  await tx
    .deleteFrom('businessContacts')
    .where('businessId', '=', businessId)
    .where('listingId', '=', listingId)
    .where('runId', runId === null ? 'is' : '=', runId)
    .where('opposedAt', 'is', null)
    .execute()
}

export async function insertContactsAgain(
  tx: Tx,
  businessId: string,
  { contactsRemoved, listingBefore, changedAt }: Change,
): Promise<void> {
  if (contactsRemoved.length === 0) return
  const rows = contactsRemoved.map(({ id, kind, value, source, collectedAt, opposedAt }) => ({
    id,
    businessId,
    kind,
    value,
    source,
    collectedAt: collectedAt ?? changedAt,
    opposedAt,
    listingId: listingBefore?.id ?? null,
  }))
  await tx
    .insertInto('businessContacts')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function restoreListing(
  tx: Tx,
  now: Date,
  { id, source: _source, rowKey: _key, said, saidAt, ...listing }: Listing,
): Promise<void> {
  await tx
    .updateTable('listings')
    .set({ ...listing, said: asJson(said), saidAt: saidAt ?? now, settledBy: null, settledAt: null })
    .where('id', '=', id)
    .execute()
}

export async function deleteListing(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('listings').where('id', '=', id).execute()
}

export async function isNamedElsewhere(tx: Tx, businessId: string): Promise<boolean> {
  const found = tx.selectFrom('listings').select('id').where('businessId', '=', businessId).limit(1)
  return (await found.executeTakeFirst()) !== undefined
}

/** @returns false when something else needs it. */
export async function forgetBusiness(tx: Tx, businessId: string): Promise<boolean> {
  const [row] = await ask(
    tx,
    sql<{ isForgotten: boolean }>`select forget_unused_business(${businessId}) as is_forgotten`,
  )
  return row?.isForgotten ?? false
}

export async function findBusinessFields(db: Reader, id: string): Promise<BusinessFields | null> {
  const found = await db.selectFrom('businesses').selectAll().where('id', '=', id).executeTakeFirst()
  return (found as BusinessFields | undefined) ?? null
}
