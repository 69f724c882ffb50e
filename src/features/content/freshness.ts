import type { Filed, Parts } from '../programmes/parts.ts'
import type { Complained } from './finding.ts'

/** Laws and prices are read again from time to time. `today` is a day, as 2026-11-16. */
export function checkFreshness({ actions, trainings }: Parts, today: string): Complained[] {
  const priced = actions.map((part) => ({
    ...part,
    costs: part.value.eurosOnce > 0 || part.value.eurosPerMonth > 0,
  }))
  return [...priced, ...trainings.map((part) => ({ ...part, costs: false }))].flatMap((part) =>
    freshness(part, today),
  )
}

type Dated = Filed<{ verify?: unknown; bestBefore?: string }> & { costs: boolean }

function freshness({ file, value, costs }: Dated, today: string): Complained[] {
  const { verify, bestBefore } = value
  if (bestBefore !== undefined) {
    if (bestBefore >= today) return []
    return [{ file, path: ['bestBefore'], complaint: { kind: 'past-best-before', day: bestBefore } }]
  }
  if (verify === undefined && !costs) return []
  const path = verify === undefined ? ['eurosPerMonth'] : ['verify']
  return [{ file, path, complaint: { kind: 'no-best-before' } }]
}
