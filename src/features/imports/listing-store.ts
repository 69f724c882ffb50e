import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../core/db.ts'
import { asJson } from './as-json.ts'
import type { Listing } from './listing.ts'
import type { BusinessFields, Known, KnownBusiness, KnownContact, ListingWrite } from './plan-rows.ts'

/** Lists are written one batch at a time: two of them about the same shop would each think it new. */
export async function lockLists(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('pignon lists'))`.execute(tx)
}

export const listingColumns = [
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

/** Rows as one parameter: a statement of some hundred rows takes longer to build than to run. */
function rowsAs(rows: readonly object[], shape: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${asJson(rows)}::json) as r (${sql.raw(shape)})`
}

/** Writes what was planned, with what stood there before, so that it can be taken back. */
export async function writeListings(tx: Tx, now: Date, asked: Writes): Promise<void> {
  const { writes } = asked
  if (writes.length === 0) return
  await createBusinesses(tx, now, asked)
  await updateBusinesses(tx, writes)
  await writeSaid(tx, now, asked)
  await writeContacts(tx, now, asked)
  await writeChanges(tx, now, asked)
}

async function createBusinesses(tx: Tx, now: Date, { source, writes }: Writes): Promise<void> {
  const rows = writes.flatMap(({ business }) => {
    if (business?.kind !== 'create') return []
    const { contacts: _contacts, ...fields } = business.business
    return [fields]
  })
  if (rows.length === 0) return
  const shape = `id uuid, siret text, name text, sign text, "activityCode" text, "sizeBand" text, street text,
    "postalCode" text, "communeCode" text, commune text, "departmentCode" text, latitude float8, longitude float8,
    diffusion text`
  await sql`
    insert into businesses (id, siret, name, sign, activity_code, size_band, street, postal_code, commune_code, commune,
                            department_code, latitude, longitude, diffusion, source, imported_at)
    select r.*, ${source}, ${now} from ${rowsAs(rows, shape)}`.execute(tx)
}

async function writeSaid(tx: Tx, now: Date, { source, runId, settledBy, writes }: Writes): Promise<void> {
  const rows = writes.map(({ listing }) => listing)
  const shape = `id uuid, "rowKey" text, said jsonb, "saidHash" text, "matchKey" text, "businessId" uuid, state text`
  await sql`
    insert into listings (source, said_at, run_id, settled_by, settled_at,
                          id, row_key, said, said_hash, match_key, business_id, state)
    select ${source}, ${now}, ${runId}::uuid, ${settledBy}::uuid, ${settledBy && now}::timestamptz, r.*
      from ${rowsAs(rows, shape)}
    on conflict (source, row_key) do update set
      said = excluded.said, said_hash = excluded.said_hash, match_key = excluded.match_key,
      business_id = excluded.business_id, state = excluded.state, said_at = excluded.said_at, run_id = excluded.run_id,
      settled_by = coalesce(excluded.settled_by, listings.settled_by),
      settled_at = coalesce(excluded.settled_at, listings.settled_at)`.execute(tx)
}

async function writeChanges(tx: Tx, now: Date, { runId, writes }: Writes): Promise<void> {
  const rows = writes.map(({ listing, before, business, contacts }) => ({
    listing: listing.id,
    listingBefore: before,
    business: listing.businessId,
    isNew: business?.kind === 'create',
    before: business?.kind === 'update' ? business.before : null,
    after: business?.kind === 'update' ? business.after : null,
    removed: contacts.remove,
  }))
  const shape = `listing uuid, "listingBefore" jsonb, business uuid, "isNew" boolean, before jsonb, after jsonb, removed jsonb`
  await sql`
    insert into list_changes (run_id, changed_at, listing_id, listing_before, business_id, business_created,
                              business_before, business_after, contacts_removed)
    select ${runId}::uuid, ${now}, r.* from ${rowsAs(rows, shape)}`.execute(tx)
}

async function updateBusinesses(tx: Tx, writes: readonly ListingWrite[]): Promise<void> {
  for (const { business } of writes)
    if (business?.kind === 'update') await updateBusiness(tx, business.id, business.after)
}

export async function updateBusiness(tx: Tx, id: string, fields: Partial<BusinessFields>): Promise<void> {
  await tx.updateTable('businesses').set(fields).where('id', '=', id).execute()
}

async function writeContacts(tx: Tx, now: Date, { source, runId, writes }: Writes): Promise<void> {
  const gone = await withdrawContacts(tx, now, writes)
  const added = writes.flatMap(({ listing, contacts }) =>
    contacts.add
      .filter(({ id }) => !gone.has(id))
      .map((contact) => ({ ...contact, business: listing.businessId, listing: listing.id })),
  )
  if (added.length === 0) return
  const shape = `id uuid, kind text, value text, business uuid, listing uuid, "isOpposed" boolean`
  await sql`
    insert into business_contacts (id, kind, value, business_id, listing_id, opposed_at, source, collected_at, run_id)
    select r.id, r.kind, r.value, r.business, r.listing, case when r."isOpposed" then ${now}::timestamptz end,
           ${source}, ${now}, ${runId}::uuid
      from ${rowsAs(added, shape)}
    on conflict do nothing`.execute(tx)
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
