/** Who is acting: an owner or a member of staff who signed in. */

export const staffRoles = ['adviser', 'trainer', 'operator'] as const
export type StaffRole = (typeof staffRoles)[number]

export type Actor = { personId: string; name: string; email: string; role: StaffRole | null }

/** Somebody of the team, with a name to be announced by. */
export type NamedMember = { personId: string; name: string }

export function isStaff(actor: Actor | null): boolean {
  return actor !== null && actor.role !== null
}

/** Advisers follow businesses; operators see everything; trainers see their sessions only. */
export function maySeeBusinesses(actor: Actor | null): boolean {
  return actor?.role === 'adviser' || actor?.role === 'operator'
}

export function maySeeIndicators(actor: Actor | null): boolean {
  return isStaff(actor)
}

export function mayInviteStaff(actor: Actor | null): boolean {
  return actor?.role === 'operator'
}
