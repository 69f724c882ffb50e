import { expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import type { Services } from '../../core/services.ts'
import { freshDatabase } from '../../testing/database.ts'
import type { Actor, StaffRole } from '../accounts/person.ts'
import { findPersonByEmail, findStanding, keepPerson, keepStaffMember } from '../accounts/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { commands } from './cli.ts'
import { inviteStaff, type Invitation } from './invite-staff.ts'

const database = freshDatabase()
const now = new Date('2026-11-23T09:00:00Z')
const brand = { deep: 'oklch(38% .08 160)', bright: 'oklch(55% .2 27)', light: 'oklch(90% .1 90)' }
const programme = { name: 'Essai', organisation: 'Union des essais', brand }

async function invite(role: StaffRole | null, given: Partial<Invitation> = {}) {
  return transaction(database.db, async (tx) => {
    const email = `${role ?? 'owner'}@example.org`
    const personId = await keepPerson(tx, now, { email, name: 'Solène', language: 'fr' })
    if (role) await keepStaffMember(tx, now, { personId, role, invitedBy: null })
    const actor: Actor = { personId, name: 'Solène', email, role, relayId: null }
    const invitation: Invitation = {
      email: 'nadia@example.org',
      name: 'Nadia',
      role: 'adviser',
      relayId: null,
      language: 'fr',
      programme,
      publicUrl: 'https://essai.example.org',
      ...given,
    }
    return inviteStaff(tx, now, actor, invitation)
  })
}

const mailsTo = (email: string) =>
  database.db.selectFrom('mails').selectAll().where('recipient', '=', email).execute()

test('an operator invites somebody, who receives the way to sign in', async () => {
  const outcome = await invite('operator')
  if (outcome.kind !== 'invited') throw new Error(outcome.kind)
  expect(await findStanding(database.db, outcome.personId)).toEqual({ role: 'adviser', relayId: null })
  const [mail] = await mailsTo('nadia@example.org')
  expect(mail?.subject).toBe('Votre accès au comptoir\u00a0: Essai')
  expect(mail?.plain).toContain('https://essai.example.org/connexion?retour=%2Fequipe')
  expect(mail?.plain).toContain('nadia@example.org')
})

test('a member already keeps the role, and receives nothing', async () => {
  await invite('operator', { email: 'lou@example.org', role: 'trainer' })
  expect(await invite('operator', { email: 'lou@example.org', role: 'operator' })).toEqual({
    kind: 'member-already',
    role: 'trainer',
  })
  expect(await mailsTo('lou@example.org')).toHaveLength(1)
})

test.each(['adviser', 'trainer', null] as const)('nobody else invites: %s', async (role) => {
  expect(await invite(role, { email: 'intrus@example.org' })).toEqual({ kind: 'forbidden' })
  expect(await mailsTo('intrus@example.org')).toEqual([])
})

test('the first operator is invited from the console, in the name of the organisation', async () => {
  const said: string[] = []
  const services = {
    db: database.db,
    clock: () => now,
    config: { publicUrl: 'https://essai.example.org' },
  } as Services
  const run = (...args: string[]) =>
    commands[0]?.run(args, {
      services,
      programme: programme as Programme,
      say: (line) => said.push(line),
    })
  expect(await run('Premiere@example.org', '--name', 'Solène Le Gall')).toBe(0)
  const person = await findPersonByEmail(database.db, 'premiere@example.org')
  expect(await findStanding(database.db, person?.id ?? '')).toEqual({ role: 'operator', relayId: null })
  const [mail] = await mailsTo('premiere@example.org')
  expect(mail?.plain).toContain('Union des essais')
  expect(await run('premiere@example.org', '--name', 'Solène', '--role', 'adviser')).toBe(1)
  expect(await run('sans-arobase', '--name', 'Solène')).toBe(1)
  expect(said.at(-2)).toContain('n’est pas complète')
  expect(said.at(-1)).toContain('pignon invite')
})
