/** Who is acting: an owner or a member of staff who signed in. */

export const staffRoles = ['adviser', 'trainer', 'operator', 'relay-manager'] as const
export type StaffRole = (typeof staffRoles)[number]

export type Actor = {
  personId: string
  name: string
  email: string
  role: StaffRole | null
  /** Staff of a relay see its businesses only; null: the whole programme. */
  relayId: string | null
}

/** Relay managers always belong to a relay, advisers may; the others never do. */
export function mayBelongToRelay(role: StaffRole): boolean {
  return role === 'adviser' || role === 'relay-manager'
}

/** Somebody of the team, with a name to be announced by. */
export type NamedMember = { personId: string; name: string }

export function isStaff(actor: Actor | null): boolean {
  return actor !== null && actor.role !== null
}

/** Advisers and relay managers follow businesses; operators see everything; trainers see their sessions only. */
export function maySeeBusinesses(actor: Actor | null): boolean {
  return isStaff(actor) && actor?.role !== 'trainer'
}

export function maySeeIndicators(actor: Actor | null): boolean {
  return isStaff(actor)
}

/** Operators write mailings for the programme, relay managers for their relay. */
export function mayMail(actor: Actor | null): boolean {
  return actor?.role === 'operator' || actor?.role === 'relay-manager'
}

export function mayInviteStaff(actor: Actor | null): boolean {
  return actor?.role === 'operator'
}
