import type { Programme } from '../programmes/programme.ts'
import { noRenames } from '../programmes/renames.ts'
import { differencesBetween, type Difference } from './difference.ts'
import { resultOf, underOldNames, type Persona, type PersonaResult } from './persona.ts'

/** What one invented shop gets from the content in use, and would get from the next one. */
export type Effect = {
  persona: Persona
  before: PersonaResult
  after: PersonaResult
  differences: readonly Difference[]
}

/** Lets every invented shop answer both contents, and holds the two results against each other. */
export function effectsOf(published: Programme, draft: Programme, personas: readonly Persona[]): Effect[] {
  const renames = draft.renames ?? noRenames
  return personas.map((persona) => {
    const before = resultOf(published, underOldNames(published, renames, persona))
    const after = resultOf(draft, persona)
    return { persona, before, after, differences: differencesBetween([before], [after]) }
  })
}
