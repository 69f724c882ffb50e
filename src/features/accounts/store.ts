import { sql, type OnConflictBuilder } from 'kysely'
import type { DB } from '../../core/db-types.ts'
import type { Reader, Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import type { NamedMember, StaffRole } from './person.ts'

export type Standing = { role: StaffRole; relayId: string | null }

/** What somebody is in the team; null for who is not. */
export async function findStanding(db: Reader, personId: string): Promise<Standing | null> {
  const found = db
    .selectFrom('staffMembers')
    .select((eb) => [eb.ref('role').$castTo<StaffRole>().as('role'), 'relayId'])
    .where('personId', '=', personId)
  return (await found.executeTakeFirst()) ?? null
}

export async function findLanguageOf(db: Reader, email: string): Promise<Language | null> {
  const row = await db.selectFrom('people').select('language').where('email', '=', email).executeTakeFirst()
  return (row?.language as Language | undefined) ?? null
}

export type Contact = { email: string; name?: string; language: Language }

/** The person with this address, made when unknown; a known person keeps language and name, unless it was empty. */
export async function keepPerson(tx: Tx, now: Date, contact: Contact): Promise<string> {
  const row = await tx
    .insertInto('people')
    .values({
      email: contact.email,
      name: contact.name ?? '',
      language: contact.language,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict(keepingKnown)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Like `keepPerson` for several addresses, each named once: address to person. */
export async function keepPeople(
  tx: Tx,
  now: Date,
  contacts: readonly Contact[],
): Promise<Map<string, string>> {
  if (contacts.length === 0) return new Map()
  // In one order for everybody, so that two transactions never wait for each other.
  const sorted = contacts.toSorted((one, other) => (one.email < other.email ? -1 : 1))
  const rows = await tx
    .insertInto('people')
    .values(
      sorted.map(({ email, name = '', language }) => ({
        email,
        name,
        language,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflict(keepingKnown)
    .returning(['id', 'email'])
    .execute()
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Touching the row makes it come back in `returning`, also when two requests make it at once. */
function keepingKnown(conflict: OnConflictBuilder<DB, 'people'>) {
  return conflict
    .column('email')
    .doUpdateSet({ name: sql<string>`coalesce(nullif(people.name, ''), excluded.name)` })
}

export type Membership = {
  personId: string
  role: StaffRole
  /** None unless said. */
  relayId?: string | null
  invitedBy: string | null
}

export async function keepStaffMember(tx: Tx, now: Date, membership: Membership): Promise<void> {
  const { role, relayId = null } = membership
  await tx
    .insertInto('staffMembers')
    .values({ ...membership, invitedAt: now })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ role, relayId }))
    .execute()
}

/** Sign-ins last for thirty days after the last visit; then they are forgotten. */
export async function forgetEndedSignIns(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('signIns').where('expiresAt', '<', now).execute()
}

export async function markJoined(tx: Tx, now: Date, personId: string): Promise<void> {
  await tx
    .updateTable('staffMembers')
    .set({ joinedAt: now })
    .where('personId', '=', personId)
    .where('joinedAt', 'is', null)
    .execute()
}

/** Members of the team who may be announced as trainer: everybody who has a name, by name. */
export function listNamedStaff(db: Reader): Promise<NamedMember[]> {
  return namedStaff(db).orderBy('people.name').execute()
}

export async function findNamedStaff(db: Reader, personId: string): Promise<NamedMember | null> {
  return (await namedStaff(db).where('personId', '=', personId).executeTakeFirst()) ?? null
}

function namedStaff(db: Reader) {
  return db
    .selectFrom('staffMembers')
    .innerJoin('people', 'people.id', 'staffMembers.personId')
    .select(['staffMembers.personId', 'people.name'])
    .where('people.name', '<>', '')
}

export function listStaff(db: Reader) {
  return db
    .selectFrom('staffMembers')
    .innerJoin('people', 'people.id', 'staffMembers.personId')
    .select(['people.id', 'people.name', 'people.email', 'staffMembers.invitedAt', 'staffMembers.joinedAt'])
    .select((eb) => eb.ref('staffMembers.role').$castTo<StaffRole>().as('role'))
    .select('staffMembers.relayId')
    .orderBy('people.name')
    .execute()
}

export async function findPersonByEmail(db: Reader, email: string) {
  return (await db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()) ?? null
}
