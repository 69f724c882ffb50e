import { openTable } from './src/features/imports/open-table.ts'
import { readTable } from './src/features/imports/read-table.ts'
import { proposeMapping, mappingOf, mappedColumns } from './src/features/imports/mapping.ts'
import { cleanRow } from './src/features/imports/clean-row.ts'
import { globSync } from 'node:fs'
for (const f of globSync('/work/shared/realdata/{merchants,sirene}/**/*.*')) {
  if (process.argv[2] && !f.includes(process.argv[2])) continue
  const t0 = performance.now()
  const o = await openTable({ path: f, numbered: (n) => `Colonne ${n}` })
  const name = f.split('/').slice(-2).join('/')
  if (o.kind !== 'opened') {
    console.log(name, o.problem)
    continue
  }
  const p = proposeMapping(o.table)
  console.log('==', name)
  console.log(
    p
      .filter((x) => x.field)
      .map((x) => `${x.heading}→${x.field} (${x.sureness},${x.why})`)
      .join('; '),
  )
  const m = mappedColumns(o.table.columns, mappingOf(p))
  const counts: Record<string, number> = {}
  const ex: Record<string, string[]> = {}
  let n = 0,
    siret = 0,
    contacts = 0
  for await (const r of readTable(o.table)) {
    n++
    const c = cleanRow(m, r.cells)
    for (const x of c.notes) {
      counts[x.code] = (counts[x.code] ?? 0) + 1
      ;(ex[x.code] ??= []).push(`${x.before}→${x.after}`)
    }
    if (c.kind === 'refused') {
      const k = 'REFUSED ' + c.refusal.reason
      counts[k] = (counts[k] ?? 0) + 1
      ;(ex[k] ??= []).push(`${r.line}:${c.refusal.value}`)
    } else {
      if (c.entry.siret) siret++
      contacts += c.entry.contacts.length
      if (!c.entry.communeCode) counts['nocommune'] = (counts['nocommune'] ?? 0) + 1
      if (!c.entry.postalCode) counts['nopostal'] = (counts['nopostal'] ?? 0) + 1
    }
  }
  console.log(
    n,
    'siret',
    siret,
    'contacts',
    contacts,
    JSON.stringify(counts),
    Math.round(performance.now() - t0) + 'ms',
  )
  if (process.argv[3])
    for (const [k, v] of Object.entries(ex)) console.log('   ', k, [...new Set(v)].slice(0, 12).join(' # '))
}
