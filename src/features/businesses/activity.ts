/** What a business does: sub-classes of the NAF rév. 2 (Insee), with their labels from @socialgouv/codes-naf. */
import { createRequire } from 'node:module'

type Entry = { id: string; label: string }

const require = createRequire(import.meta.url)
let labels: ReadonlyMap<string, string> | null = null

/** `47.71Z`, `4771Z` or `47 71 z` as `4771Z`; null when it is no sub-class of that nomenclature's shape. */
export function parseActivityCode(written: string): string | null {
  const code = written.replaceAll(/[\s.]/g, '').toUpperCase()
  return /^\d{4}[A-Z]$/.test(code) ? code : null
}

/** `4771Z` as `47.71Z`, the way it is printed. */
export function formatActivityCode(code: string): string {
  return `${code.slice(0, 2)}.${code.slice(2)}`
}

/** The official French label of a code, with or without its point; null when the nomenclature lacks it. */
export function activityLabel(code: string): string | null {
  return allLabels().get(code.replaceAll('.', '')) ?? null
}

/** Divisions, groups, classes and sub-classes, by their codes without the point. */
export function listActivities(): { code: string; label: string }[] {
  return [...allLabels()].map(([code, label]) => ({ code, label }))
}

/** Read at the first question only: 1,707 labels. */
function allLabels(): ReadonlyMap<string, string> {
  if (labels) return labels
  const entries = require('@socialgouv/codes-naf/index.json') as Entry[]
  labels = new Map(entries.map(({ id, label }) => [id.replaceAll('.', ''), label]))
  return labels
}
