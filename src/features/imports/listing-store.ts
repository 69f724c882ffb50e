import { sql } from 'kysely'
import type { Tx } from '../../core/db.ts'
import type { Listing } from './listing.ts'
import type { BusinessFields, Known, KnownBusiness, KnownContact, ListingWrite } from './plan-rows.ts'

/** Lists are written one batch at a time: two of them about the same shop would each think it new. */
export async function lockLists(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('pignon lists'))`.execute(tx)
}

const listingColumns = [
  'id',
  'source',
  'rowKey',
  'said',
  'saidHash',
  'matchKey',
  'businessId',
  'saidAt',
  'state',
] as const
const businessColumns = [
  'id',
  'siret',
  'name',
  'sign',
  'activityCode',
  'sizeBand',
  'street',
  'postalCode',
  'communeCode',
  'commune',
  'departmentCode',
  'latitude',
  'longitude',
  'diffusion',
] as const

export type Asked = { source: string; keys: readonly string[]; sirets: readonly string[] }

/** What is held about these rows: their listings, the businesses they name, and what those are linked to. */
export async function readKnown(tx: Tx, { source, keys, sirets }: Asked): Promise<Known> {
  const listings = (await tx
    .selectFrom('listings')
    .select(listingColumns)
    .where('source', '=', source)
    .where('rowKey', '=', sql<string>`any(${keys})`)
    .execute()) as unknown as Listing[]
  const linked = listings.flatMap(({ businessId }) => businessId ?? [])
  const businesses = await readBusinesses(tx, sirets, linked)
  return {
    listings: new Map(listings.map((listing) => [listing.rowKey, listing])),
    businesses: new Map(businesses.map((business) => [business.siret, business])),
    sirets: new Map(businesses.map(({ id, siret }) => [id, siret])),
  }
}

async function readBusinesses(
  tx: Tx,
  sirets: readonly string[],
  ids: readonly string[],
): Promise<KnownBusiness[]> {
  const rows = await tx
    .selectFrom('businesses')
    .select(businessColumns)
    .where(sql<boolean>`siret = any(${sirets}) or id = any(${ids}::uuid[])`)
    .orderBy('siret')
    .forUpdate()
    .execute()
  const contacts = await tx
    .selectFrom('businessContacts')
    .select(['id', 'businessId', 'kind', 'value', 'source', 'collectedAt', 'listingId', 'opposedAt'])
    .where('businessId', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute()
  const byBusiness = Map.groupBy(contacts, ({ businessId }) => businessId)
  return rows.map((row) => ({
    ...(row as BusinessFields & { id: string; siret: string }),
    contacts: (byBusiness.get(row.id) ?? []) as unknown as KnownContact[],
  }))
}

export type Writes = {
  source: string
  runId: string | null
  settledBy: string | null
  writes: readonly ListingWrite[]
}

/** Writes what was planned, with what stood there before, so that it can be taken back. */
export async function writeListings(
  tx: Tx,
  now: Date,
  { source, runId, settledBy, writes }: Writes,
): Promise<void> {
  if (writes.length === 0) return
  await createBusinesses(tx, now, source, writes)
  await updateBusinesses(tx, writes)
  const rows = writes.map(({ listing: { said, ...listing } }) => ({
    ...listing,
    said: JSON.stringify(said),
    saidAt: now,
    runId,
    settledBy,
    settledAt: settledBy && now,
  }))
  await tx
    .insertInto('listings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['source', 'rowKey']).doUpdateSet((eb) => ({
        said: eb.ref('excluded.said'),
        saidHash: eb.ref('excluded.saidHash'),
        matchKey: eb.ref('excluded.matchKey'),
        businessId: eb.ref('excluded.businessId'),
        state: eb.ref('excluded.state'),
        saidAt: eb.ref('excluded.saidAt'),
        runId: eb.ref('excluded.runId'),
        settledBy: sql`coalesce(excluded.settled_by, listings.settled_by)`,
        settledAt: sql`coalesce(excluded.settled_at, listings.settled_at)`,
      })),
    )
    .execute()
  await writeContacts(tx, now, { source, runId, writes })
  await tx
    .insertInto('listChanges')
    .values(writes.map((write) => changeRow(write, runId, now)))
    .execute()
}

function changeRow({ listing, before, business, contacts }: ListingWrite, runId: string | null, now: Date) {
  const isUpdate = business?.kind === 'update'
  return {
    runId,
    listingId: listing.id,
    listingBefore: before && JSON.stringify(before),
    businessId: listing.businessId,
    businessCreated: business?.kind === 'create',
    businessBefore: isUpdate ? JSON.stringify(business.before) : null,
    businessAfter: isUpdate ? JSON.stringify(business.after) : null,
    contactsRemoved: JSON.stringify(contacts.remove),
    changedAt: now,
  }
}

async function createBusinesses(
  tx: Tx,
  now: Date,
  source: string,
  writes: readonly ListingWrite[],
): Promise<void> {
  const rows = writes.flatMap(({ business }) => {
    if (business?.kind !== 'create') return []
    const { contacts: _contacts, ...fields } = business.business
    return [{ ...fields, source, importedAt: now }]
  })
  if (rows.length > 0) await tx.insertInto('businesses').values(rows).execute()
}

async function updateBusinesses(tx: Tx, writes: readonly ListingWrite[]): Promise<void> {
  for (const { business } of writes)
    if (business?.kind === 'update') await updateBusiness(tx, business.id, business.after)
}

export async function updateBusiness(tx: Tx, id: string, fields: Partial<BusinessFields>): Promise<void> {
  await tx.updateTable('businesses').set(fields).where('id', '=', id).execute()
}

async function writeContacts(
  tx: Tx,
  now: Date,
  { source, runId, writes }: Omit<Writes, 'settledBy'>,
): Promise<void> {
  const gone = await withdrawContacts(tx, now, writes)
  const added = writes.flatMap(({ listing, contacts }) =>
    contacts.add
      .filter(({ id }) => !gone.has(id))
      .map(({ id, kind, value, isOpposed }) => ({
        id,
        kind,
        value,
        businessId: listing.businessId ?? '',
        source,
        collectedAt: now,
        listingId: listing.id,
        runId,
        opposedAt: isOpposed ? now : null,
      })),
  )
  if (added.length > 0)
    await tx
      .insertInto('businessContacts')
      .values(added)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** @returns those that are gone: a row may take back what a row before it, in the same batch, was to add. */
async function withdrawContacts(tx: Tx, now: Date, writes: readonly ListingWrite[]): Promise<Set<string>> {
  const removed = writes.flatMap(({ contacts }) => contacts.remove.map(({ id }) => id))
  if (removed.length > 0)
    await tx
      .deleteFrom('businessContacts')
      .where('id', '=', sql<string>`any(${removed}::uuid[])`)
      .execute()
  const opposed = writes.flatMap(({ contacts }) => contacts.oppose)
  if (opposed.length > 0)
    await tx
      .updateTable('businessContacts')
      .set({ opposedAt: now })
      .where('id', '=', sql<string>`any(${opposed}::uuid[])`)
      .execute()
  return new Set(removed)
}
