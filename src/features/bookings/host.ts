import type { Actor } from '../accounts/person.ts'

/** Trainers run their own sessions (the query sees to that), operators any; advisers run none. */
export function mayHost({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'trainer' || role === 'operator'
}
