import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail, type MailContent } from '../../ui/mail.tsx'
import { mayBelongToRelay, mayInviteStaff, type Actor, type StaffRole } from '../accounts/person.ts'
import { findStanding, keepPerson, keepStaffMember } from '../accounts/store.ts'
import { signInUrl } from '../accounts/urls.ts'
import { findRelay } from '../relays/store.ts'
import { texts } from './texts.ts'
import { staffUrls } from './urls.ts'

export type Invitation = {
  email: string
  name: string
  role: StaffRole
  /** Null: the whole programme. */
  relayId: string | null
  language: Language
  programme: MailContent['programme']
  publicUrl: string
}
export type InviteOutcome =
  | { kind: 'invited'; personId: string }
  /** Their role stays as it is. */
  | { kind: 'member-already'; role: StaffRole }
  /** A relay manager without a relay. */
  | { kind: 'relay-missing' }
  /** There is no such relay. */
  | { kind: 'relay-unknown' }
  | { kind: 'forbidden' }

/** A member of staff, or who has the machine in hand: somebody must be the first. */
export type Inviter = Actor | 'console'

/** Makes a person a member of staff and writes to them how to sign in: with a code, as everybody. */
export async function inviteStaff(
  tx: Tx,
  now: Date,
  inviter: Inviter,
  invitation: Invitation,
): Promise<InviteOutcome> {
  if (inviter !== 'console' && !mayInviteStaff(inviter)) return { kind: 'forbidden' }
  const { email, name, role, language } = invitation
  const relayId = mayBelongToRelay(role) ? invitation.relayId : null
  if (role === 'relay-manager' && relayId === null) return { kind: 'relay-missing' }
  if (relayId !== null && !(await findRelay(tx, relayId))) return { kind: 'relay-unknown' }
  const personId = await keepPerson(tx, now, { email, name, language })
  const held = await findStanding(tx, personId)
  if (held) return { kind: 'member-already', role: held.role }
  await keepStaffMember(tx, now, {
    personId,
    role,
    relayId,
    invitedBy: inviter === 'console' ? null : inviter.personId,
  })
  await queueMail(tx, now, mailOf(inviter, invitation))
  return { kind: 'invited', personId }
}

function mailOf(inviter: Inviter, { email, name, role, language, programme, publicUrl }: Invitation) {
  const words = texts[language].invitation
  const { html, plain } = renderMail({
    language,
    programme,
    title: words.title(programme.name),
    paragraphs: [
      words.hello(name),
      words.invited(nameOf(inviter, programme), texts[language].roles[role]),
      words.how(email),
    ],
    button: { label: words.button, url: publicUrl + signInUrl(staffUrls.home) },
    after: [words.unwanted],
  })
  return { kind: 'staff.invitation', to: email, subject: words.subject(programme.name), html, plain }
}

function nameOf(inviter: Inviter, programme: Invitation['programme']): string {
  return inviter === 'console' ? programme.organisation : inviter.name || inviter.email
}
