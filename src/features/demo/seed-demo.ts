/** Fills an empty database with an invented town, through the verbs that everybody uses. */
import type { Tx } from '../../core/db.ts'
import type { Actor, StaffRole } from '../accounts/person.ts'
import { keepPerson, keepStaffMember } from '../accounts/store.ts'
import {
  finishImport,
  hasImport,
  insertImport,
  updateImport,
  everyField,
  upsertBusinesses,
} from '../businesses/import-store.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { findBusinessBySiret } from '../businesses/store.ts'
import { openReleases, type Releases } from '../diagnostics/store.ts'
import { keepRelay } from '../relays/keep-relay.ts'
import type { Programme } from '../programmes/programme.ts'
import { diceOf, type Dice } from './dice.ts'
import { seedBookings, type DemoOwner } from './seed-bookings.ts'
import { seedDiagnostic } from './seed-diagnostics.ts'
import { seedSessionOfNow, seedSessions } from './seed-sessions.ts'
import { demoTown, type DemoShop } from './town.ts'
import { cast, demoFile, demoRelay, demoSource, trainers as demoTrainers } from './town.texts.ts'

export type DemoOutcome =
  | { kind: 'seeded'; businesses: number; diagnostics: number; sessions: number; bookings: number }
  | { kind: 'already-there' }

const oneInDiagnosed = 4
const unnamedRuns = 5
const unfinishedRuns = 6
const hour = 3_600_000

/** The whole town or nothing, in one transaction; a second time nothing is changed. Dates follow `now`. */
export async function seedDemo(tx: Tx, now: Date, programme: Programme): Promise<DemoOutcome> {
  if (await hasImport(tx, demoSource)) return { kind: 'already-there' }
  const shops = demoTown()
  await keepShops(tx, now, shops)
  const { ownerId, operator, trainers } = await keepCast(tx, now)
  const making = { dice: diceOf(25_000), releases: openReleases(programme), ownerId }
  const owners = await diagnoseShops(tx, now, { ...making, shops })
  await diagnoseApart(tx, now, { ...making, shops })
  const setting = { operator, programme, trainers }
  const sessions = await seedSessions(tx, now, setting)
  const bookings = await seedBookings(tx, now, { owners, sessions })
  await seedSessionOfNow(tx, now, setting)
  const diagnostics = owners.length + unnamedRuns
  return { kind: 'seeded', businesses: shops.length, diagnostics, sessions: sessions.length + 1, bookings }
}

/** As an import of a file would have left it, so that staff find it among the imports. */
async function keepShops(tx: Tx, now: Date, shops: readonly DemoShop[]): Promise<void> {
  const importedAt = new Date(now.getTime() - 15 * 24 * hour)
  const entries = shops.map(({ entry }) => entry)
  const importId = await insertImport(tx, importedAt, { source: demoSource, fileName: demoFile })
  const { created, changed } = await upsertBusinesses(tx, importedAt, {
    entries,
    fields: everyField,
    source: demoSource,
  })
  const unchanged = entries.length - created - changed
  await updateImport(tx, importId, { lines: entries.length, created, changed, unchanged, refused: 0 })
  await finishImport(tx, importedAt, importId)
}

type Cast = { ownerId: string; operator: Actor; trainers: readonly string[] }

async function keepCast(tx: Tx, now: Date): Promise<Cast> {
  const ownerId = await keepPerson(tx, now, { ...cast.owner, language: 'fr' })
  await keepStaff(tx, now, { ...cast.adviser, role: 'adviser' })
  const team: string[] = []
  for (const trainer of demoTrainers) team.push(await keepStaff(tx, now, { ...trainer, role: 'trainer' }))
  const personId = await keepStaff(tx, now, { ...cast.operator, role: 'operator' })
  const operator: Actor = { personId, ...cast.operator, role: 'operator', relayId: null }
  await keepDemoRelay(tx, now, operator)
  return { ownerId, operator, trainers: team }
}

async function keepDemoRelay(tx: Tx, now: Date, operator: Actor): Promise<void> {
  const relay = await keepRelay(tx, now, operator, { ...demoRelay, id: null })
  if (relay.kind !== 'kept') throw new Error(`the relay of the demo could not be opened: ${relay.kind}`)
  await keepStaff(tx, now, { ...cast.relay, role: 'relay-manager', relayId: relay.relayId })
}

type Member = { email: string; name: string; role: StaffRole; relayId?: string }

async function keepStaff(tx: Tx, now: Date, { role, relayId, ...contact }: Member): Promise<string> {
  const personId = await keepPerson(tx, now, { ...contact, language: 'fr' })
  await keepStaffMember(tx, now, { personId, role, relayId: relayId ?? null, invitedBy: null })
  return personId
}

type Making = { dice: Dice; releases: Releases; ownerId: string }

/** Each fourth shop, over the two weeks before now; the first is the owner's who can sign in. */
async function diagnoseShops(
  tx: Tx,
  now: Date,
  { shops, ownerId, ...making }: Making & { shops: readonly DemoShop[] },
): Promise<DemoOwner[]> {
  const chosen = shops.filter((_, index) => index % oneInDiagnosed === 0)
  const owners: DemoOwner[] = []
  for (const [index, { entry, owner }] of chosen.entries()) {
    const business = await findBusinessBySiret(tx, entry.siret, everywhere)
    if (!business) throw new Error(`the shop ${entry.siret} of the demo is not in the register`)
    const at = new Date(now.getTime() - (chosen.length - index) * 5 * hour)
    const personId = index === 0 ? ownerId : null
    const diagnostic = await seedDiagnostic(tx, at, {
      ...making,
      personId,
      businessId: business.id,
      stopsAfter: null,
    })
    const { departmentCode } = entry
    owners.push({
      ...(index === 0 ? cast.owner : owner),
      diagnostic,
      businessId: business.id,
      departmentCode,
    })
  }
  return owners
}

/** Owners who named no business, and some who were called away: neither are businesses diagnosed. */
async function diagnoseApart(
  tx: Tx,
  now: Date,
  { shops, dice, releases }: Making & { shops: readonly DemoShop[] },
): Promise<void> {
  const run = { releases, dice, personId: null }
  for (let made = 0; made < unnamedRuns; made += 1) {
    const at = new Date(now.getTime() - (made + 1) * 7 * hour)
    await seedDiagnostic(tx, at, { ...run, businessId: null, stopsAfter: null })
  }
  for (let made = 0; made < unfinishedRuns; made += 1) {
    const at = new Date(now.getTime() - (made * 24 + 50) * hour)
    const shop = shops[made * oneInDiagnosed + 1]
    const business = shop && (await findBusinessBySiret(tx, shop.entry.siret, everywhere))
    await seedDiagnostic(tx, at, { ...run, businessId: business?.id ?? null, stopsAfter: made + 8 })
  }
}
