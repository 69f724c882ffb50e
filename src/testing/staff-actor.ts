/** Somebody of the team, for verbs that ask who is acting. */
import { transaction, type Db } from '../core/db.ts'
import type { Actor, StaffRole } from '../features/accounts/person.ts'
import { keepPerson, keepStaffMember } from '../features/accounts/store.ts'

const invited = new Date('2026-09-01T09:00:00Z')

export function aStaffActor(
  db: Db,
  role: StaffRole,
  email = `${role}@example.org`,
  relayId: string | null = null,
): Promise<Actor> {
  return transaction(db, async (tx) => {
    const name = 'Camille Test'
    const personId = await keepPerson(tx, invited, { email, name, language: 'fr' })
    await keepStaffMember(tx, invited, { personId, role, relayId, invitedBy: null })
    return { personId, name, email, role, relayId }
  })
}
