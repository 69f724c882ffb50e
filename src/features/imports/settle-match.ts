/** A person says which business a listing is about, and may take that back. */
import { newId } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findBusiness } from '../businesses/store.ts'
import { parseSiret } from '../businesses/siret.ts'
import { findLastChange } from './change-store.ts'
import { mayImportLists } from './list-run.ts'
import { lockLists, readKnown, writeListings } from './listing-store.ts'
import { lockListing, setAside, waitAgain } from './match-store.ts'
import { planMatch } from './plan-rows.ts'
import { undoChange } from './undo-run.ts'

export type MatchChoice =
  | { kind: 'business'; businessId: string }
  /** The business is named by its number: it is made if it is not in the register yet. */
  | { kind: 'siret'; siret: string }
  | { kind: 'none' }

export type SettleOutcome =
  | { kind: 'settled'; businessId: string | null }
  /** Somebody settled it meanwhile, or it is gone. */
  | { kind: 'not-waiting' }
  | { kind: 'no-such-business' }
  | { kind: 'wrong-siret' }
  | { kind: 'forbidden' }

export async function settleMatch(
  tx: Tx,
  now: Date,
  actor: Actor,
  { listingId, choice }: { listingId: string; choice: MatchChoice },
): Promise<SettleOutcome> {
  if (!mayImportLists(actor)) return { kind: 'forbidden' }
  await lockLists(tx)
  const listing = await lockListing(tx, listingId)
  if (listing?.state !== 'waiting') return { kind: 'not-waiting' }
  if (choice.kind === 'none') {
    await setAside(tx, now, listingId, actor.personId)
    return { kind: 'settled', businessId: null }
  }
  const siret = choice.kind === 'siret' ? siretOf(choice.siret) : await siretById(tx, choice.businessId)
  if (siret === null) return { kind: choice.kind === 'siret' ? 'wrong-siret' : 'no-such-business' }
  const { source } = listing
  const known = await readKnown(tx, { source, keys: [listing.rowKey], sirets: [siret] })
  const write = planMatch(listing, siret, known, newId)
  if (!write) return { kind: 'not-waiting' }
  await writeListings(tx, now, { source, runId: null, settledBy: actor.personId, writes: [write] })
  return { kind: 'settled', businessId: write.listing.businessId }
}

function siretOf(written: string): string | null {
  const parsed = parseSiret(written)
  return parsed.ok ? parsed.siret : null
}

async function siretById(tx: Tx, id: string): Promise<string | null> {
  return (await findBusiness(tx, id))?.siret ?? null
}

export type UnsettleOutcome = { kind: 'waiting-again' } | { kind: 'not-now' } | { kind: 'forbidden' }

/** Takes a match back: the business is as it was, the listing waits again. */
export async function unsettleMatch(tx: Tx, actor: Actor, listingId: string): Promise<UnsettleOutcome> {
  if (!mayImportLists(actor)) return { kind: 'forbidden' }
  await lockLists(tx)
  const listing = await lockListing(tx, listingId)
  if (listing?.state === 'alone') {
    await waitAgain(tx, listingId)
    return { kind: 'waiting-again' }
  }
  const change = await findLastChange(tx, listingId)
  // What an import said since is not taken back by a person's change of mind.
  if (listing?.state !== 'linked' || !change || change.runId !== null) return { kind: 'not-now' }
  await undoChange(tx, change)
  return { kind: 'waiting-again' }
}
