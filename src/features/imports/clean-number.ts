/** The number of an establishment out of what stands in its cells. */
import { parseSiret } from '../businesses/siret.ts'
import type { Cells } from './cells.ts'

/** `wrong`: fourteen digits that contradict themselves, which could belong to another firm. */
export type CleanNumber =
  | { kind: 'number'; siret: string | null }
  | { kind: 'wrong'; heading: string; value: string }

/**
 * A number that a spreadsheet rounded is gone: it is noted, never made up. Zeros lost in front are put back where the
 * check agrees. What is no SIRET at all, such as an approval number, is noted and leaves the row without one.
 */
export function cleanNumber(cells: Cells): CleanNumber {
  const written = cells.read('siret')
  if (written === '') return fromParts(cells)
  const parsed = parseSiret(written)
  if (parsed.ok) return { kind: 'number', siret: parsed.siret }
  const heading = cells.heading('siret')
  if (parsed.reason === 'siret.checksum') return { kind: 'wrong', heading, value: written }
  if (parsed.reason === 'siret.spreadsheet') cells.note('siret.destroyed', heading, written, null)
  else return { kind: 'number', siret: padded(cells, heading, written) }
  return fromParts(cells)
}

function padded(cells: Cells, heading: string, written: string): string | null {
  const digits = written.replaceAll(/[\s.]/g, '')
  const parsed = /^\d{11,14}$/.test(digits) ? parseSiret(digits.padStart(14, '0')) : null
  if (!parsed?.ok) {
    cells.note('siret.not-one', heading, written, null)
    return null
  }
  if (digits.length < 14) cells.note('siret.rebuilt', heading, written, parsed.siret)
  return parsed.siret
}

/** Older files hold the firm and the place apart. */
function fromParts(cells: Cells): CleanNumber {
  const [siren, nic] = [cells.read('siren').replaceAll(/\s/g, ''), cells.read('nic').replaceAll(/\s/g, '')]
  if (!/^\d{6,9}$/.test(siren) || !/^\d{1,5}$/.test(nic)) return { kind: 'number', siret: null }
  const whole = siren.padStart(9, '0') + nic.padStart(5, '0')
  const heading = `${cells.heading('siren')} + ${cells.heading('nic')}`
  if (!parseSiret(whole).ok) return { kind: 'wrong', heading, value: `${siren} ${nic}` }
  if (siren.length + nic.length < 14) cells.note('siret.rebuilt', heading, `${siren} ${nic}`, whole)
  return { kind: 'number', siret: whole }
}
