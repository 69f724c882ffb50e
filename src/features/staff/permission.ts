/** Who may open which page of the counter; what they may do there is asked of the feature that does it. */
import { maySeeBusinesses, maySeeIndicators, mayInviteStaff, type Actor } from '../accounts/person.ts'

export const counterPages = ['indicators', 'businesses', 'imports', 'members', 'content'] as const
export type CounterPage = (typeof counterPages)[number]

const rules: Readonly<Record<CounterPage, (actor: Actor | null) => boolean>> = {
  indicators: maySeeIndicators,
  businesses: maySeeBusinesses,
  imports: (actor) => actor?.role === 'operator',
  members: mayInviteStaff,
  content: (actor) => actor?.role === 'operator',
}

export function mayOpen(actor: Actor | null, page: CounterPage): boolean {
  return rules[page](actor)
}
