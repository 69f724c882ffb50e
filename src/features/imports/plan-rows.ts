/** What becomes of a row: compared with what is known, without writing anything. */
import type { EntryField } from '../businesses/business.ts'
import type { Contact, ContactKind, ListEntry } from './list-entry.ts'
import { matchKeyOf, saidHashOf, type Listing } from './listing.ts'
import type { RowOutcome } from './list-run.ts'

export type KnownContact = {
  id: string
  kind: ContactKind
  value: string
  source: string
  /** Null until it is written. */
  collectedAt: Date | null
  listingId: string | null
  opposedAt: Date | null
}
export type BusinessFields = Pick<ListEntry, EntryField>
export type KnownBusiness = BusinessFields & { id: string; siret: string; contacts: readonly KnownContact[] }

/** What the register and earlier lists hold about the rows at hand. Rows that are planned are known to the next ones. */
export type Known = {
  listings: Map<string, Listing>
  businesses: Map<string, KnownBusiness>
  /** SIRET by id: a listing may have been linked by a person. */
  sirets: Map<string, string>
}

export type RowToPlan = { key: string; entry: ListEntry }

export type BusinessWrite =
  | { kind: 'create'; business: KnownBusiness }
  | { kind: 'update'; id: string; before: Partial<BusinessFields>; after: Partial<BusinessFields> }

export type ListingWrite = {
  listing: Listing
  before: Listing | null
  business: BusinessWrite | null
  contacts: {
    add: readonly (Contact & { id: string; isOpposed: boolean })[]
    remove: readonly KnownContact[]
    oppose: readonly string[]
  }
}

/** `write` is null when there is nothing to write. */
export type RowPlan = { outcome: Exclude<RowOutcome, 'refused'>; write: ListingWrite | null }

/**
 * A row that says what it said before changes nothing at all. A list fills what nobody knew and corrects what it said
 * itself; it never overwrites what the register or another list says.
 */
export function planRow(source: string, row: RowToPlan, known: Known, newId: () => string): RowPlan {
  const before = known.listings.get(row.key) ?? null
  const saidHash = saidHashOf(row.entry)
  if (before?.saidHash === saidHash) return { outcome: 'unchanged', write: null }
  const siret = row.entry.siret ?? (before?.businessId ? (known.sirets.get(before.businessId) ?? null) : null)
  const business = siret === null ? null : (known.businesses.get(siret) ?? null)
  const said: Listing = {
    id: before?.id ?? newId(),
    source,
    rowKey: row.key,
    said: row.entry,
    saidHash,
    matchKey: matchKeyOf(row.entry),
    businessId: null,
    saidAt: null,
    state: before?.state === 'alone' ? 'alone' : 'waiting',
  }
  const plan =
    siret === null ? planWaiting(said, before) : planLinked(said, before, { siret, business, newId })
  remember(known, plan.write)
  return plan
}

/** What becomes of a listing when a person says which business it is about. */
export function planMatch(
  listing: Listing,
  siret: string,
  known: Known,
  newId: () => string,
): ListingWrite | null {
  const business = known.businesses.get(siret) ?? null
  return planLinked(listing, listing, { siret, business, newId }).write
}

const noContacts = { add: [], remove: [], oppose: [] }

function planWaiting(listing: Listing, before: Listing | null): RowPlan {
  const write = { listing, before, business: null, contacts: noContacts }
  return { outcome: before && before.state !== 'waiting' ? 'changed' : 'doubtful', write }
}

type Subject = { siret: string; business: KnownBusiness | null; newId: () => string }

function planLinked(listing: Listing, before: Listing | null, { siret, business, newId }: Subject): RowPlan {
  if (!business) {
    const created = createdBusiness(listing.said, siret, newId())
    const linked = { ...listing, businessId: created.id, state: 'linked' as const }
    const contacts = contactsFor(linked, created, newId)
    return {
      outcome: 'created',
      write: { listing: linked, before, business: { kind: 'create', business: created }, contacts },
    }
  }
  const linked = { ...listing, businessId: business.id, state: 'linked' as const }
  if (business.diffusion === 'P') return { outcome: 'unchanged', write: { ...silenced(linked), before } }
  const update = updateOf(business, listing.said, before?.said ?? null)
  const contacts = contactsFor(linked, business, newId)
  const isNews =
    update !== null || contacts.add.length > 0 || contacts.remove.length > 0 || contacts.oppose.length > 0
  return {
    outcome: isNews ? 'changed' : 'unchanged',
    write: { listing: linked, before, business: update, contacts },
  }
}

/** Of who asked not to be shown, a list is not believed more than the register: nothing of what it says is kept. */
function silenced(listing: Listing): Omit<ListingWrite, 'before'> {
  const { said } = listing
  const nothing: ListEntry = { ...hidden(said), contacts: [], openingHours: null }
  return { listing: { ...listing, said: nothing, matchKey: '' }, business: null, contacts: noContacts }
}

function hidden(said: ListEntry): ListEntry {
  return { ...said, name: '[ND]', sign: null, street: null, latitude: null, longitude: null, diffusion: 'P' }
}

function createdBusiness(said: ListEntry, siret: string, id: string): KnownBusiness {
  const { openingHours: _hours, contacts: _contacts, isOptOut: _optOut, siret: _siret, ...fields } = said
  return { ...fields, id, siret, contacts: [] }
}

const place = ['street', 'postalCode', 'communeCode', 'commune', 'departmentCode'] as const
const single = ['name', 'sign', 'activityCode', 'sizeBand'] as const

/** Fields that go together are filled together: half of two addresses is none. */
function updateOf(
  business: KnownBusiness,
  said: ListEntry,
  saidBefore: ListEntry | null,
): BusinessWrite | null {
  if (said.diffusion === 'P')
    return changeOf(business, hidden(said), ['name', 'sign', 'street', 'latitude', 'longitude', 'diffusion'])
  const isOurs = (field: EntryField) => saidBefore !== null && business[field] === saidBefore[field]
  const mayReplace = (fields: readonly EntryField[]) =>
    fields.every((field) => business[field] === null) || fields.every(isOurs)
  const spoken = [
    ...single.filter((field) => said[field] !== null && mayReplace([field])),
    ...(place.some((field) => said[field] !== null) && mayReplace(place) ? place : []),
    ...(said.latitude !== null && mayReplace(['latitude', 'longitude'])
      ? (['latitude', 'longitude'] as const)
      : []),
  ]
  return changeOf(business, said, spoken)
}

function changeOf(
  business: KnownBusiness,
  said: ListEntry,
  spoken: readonly EntryField[],
): BusinessWrite | null {
  const changed = spoken.filter((field) => business[field] !== said[field])
  if (changed.length === 0) return null
  const pick = (from: BusinessFields) => Object.fromEntries(changed.map((field) => [field, from[field]]))
  return { kind: 'update', id: business.id, before: pick(business), after: pick(said) }
}

/** Adds what is new, takes back what this very listing no longer says, and opposes what the list says is opposed. */
function contactsFor(
  { id, said }: Listing,
  { contacts }: KnownBusiness,
  newId: () => string,
): ListingWrite['contacts'] {
  const isSame = (one: Contact) => (other: Contact) => one.kind === other.kind && one.value === other.value
  const add = said.contacts.filter((contact) => !contacts.some(isSame(contact)))
  const ours = contacts.filter(({ listingId, opposedAt }) => listingId === id && opposedAt === null)
  const isHidden = said.diffusion === 'P'
  const remove = isHidden ? contacts : ours.filter((contact) => !said.contacts.some(isSame(contact)))
  const oppose = said.isOptOut
    ? contacts.filter((one) => one.opposedAt === null && said.contacts.some(isSame(one)))
    : []
  return {
    add: add.map((contact) => ({ ...contact, id: newId(), isOpposed: said.isOptOut })),
    remove,
    oppose: oppose.map((contact) => contact.id),
  }
}

/** So that the rows after it, and those of a trial that writes nothing, see what it would have written. */
function remember(known: Known, write: ListingWrite | null): void {
  if (!write) return
  const { listing, business, contacts } = write
  known.listings.set(listing.rowKey, listing)
  const siret = listing.businessId && (known.sirets.get(listing.businessId) ?? listing.said.siret)
  const current =
    business?.kind === 'create' ? business.business : siret ? known.businesses.get(siret) : undefined
  if (!current) return
  const removed = new Set(contacts.remove.map(({ id }) => id))
  const added = contacts.add.map(({ id, kind, value }) => ({
    id,
    kind,
    value,
    source: listing.source,
    collectedAt: null,
    listingId: listing.id,
    opposedAt: null,
  }))
  const after = business?.kind === 'update' ? business.after : {}
  const kept = current.contacts.filter(({ id }) => !removed.has(id))
  known.businesses.set(current.siret, { ...current, ...after, contacts: [...kept, ...added] })
  known.sirets.set(current.id, current.siret)
}
