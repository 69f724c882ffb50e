/** Postal code, commune and department, checked against the official geography. */
import {
  communesNamed,
  communesOfPostalCode,
  departmentOfCommune,
  departmentOfPostalCode,
  findCommune,
  plainTown,
  type Commune,
} from '../businesses/geography.ts'
import type { Cells } from './cells.ts'
import { splitAddress } from './split-address.ts'

export type Place = {
  street: string | null
  postalCode: string | null
  communeCode: string | null
  commune: string | null
  departmentCode: string | null
}

/** Each repair leaves a note; what is not sure is left as it is, or left out. */
export function cleanPlace(cells: Cells): Place {
  const whole = splitAddress(cells.read('wholeAddress'))
  const written = cells.read('postalCode') || (whole?.postalCode ?? '')
  const town = cells.read('commune') || (whole?.commune ?? '')
  const byCode = communeOfCode(cells.read('communeCode'))
  const postalCode = cleanPostalCode(cells, written, { byCode, town })
  const commune = byCode ?? communeIn(cells, postalCode, town)
  return {
    street: streetOf(cells) ?? whole?.street ?? (cells.read('wholeAddress') || null),
    postalCode,
    communeCode: commune?.code ?? null,
    commune: commune?.name ?? (town || null),
    departmentCode: commune
      ? departmentOfCommune(commune.code)
      : postalCode && departmentOfPostalCode(postalCode),
  }
}

function streetOf(cells: Cells): string | null {
  const parts = (['streetNumber', 'streetRepetition', 'streetType', 'street'] as const).map((field) =>
    cells.read(field),
  )
  const [, , , name] = parts
  return name === ''
    ? null
    : parts
        .filter((part) => part !== '')
        .join(' ')
        .slice(0, 250)
}

/** A spreadsheet takes the zero of `01004` as well. */
function communeOfCode(written: string): Commune | null {
  const code = written.toUpperCase().replaceAll(' ', '')
  return findCommune(/^\d{4}$/.test(code) ? `0${code}` : code)
}

type Known = { byCode: Commune | null; town: string }

const meaningless = /^(0*|9{5}|0*nr|nc|n\/?[ac]|-+|\?+)$/i

function cleanPostalCode(cells: Cells, cell: string, known: Known): string | null {
  const written = cell.replaceAll(/\s/g, '').replace(/\.0$/, '')
  const heading = cells.heading('postalCode') || cells.heading('wholeAddress')
  const noted = (code: Parameters<Cells['note']>[0], after: string | null) => {
    cells.note(code, heading, cell, after)
    return after
  }
  if (written === '') return null
  if (meaningless.test(written)) return noted('postal.unknown', null)
  if (communesOfPostalCode(written).length > 0) return written
  const candidates = known.byCode ? [known.byCode] : communesNamed(known.town)
  if (/^\d{4}$/.test(written)) {
    const whole = `0${written}`
    const agrees = candidates.some(({ postalCodes }) => postalCodes.includes(whole))
    return noted(agrees ? 'postal.zero' : 'postal.unknown', agrees ? whole : null)
  }
  const insee = findCommune(written)
  if (insee && isMeant(insee, known)) return noted('postal.insee', onlyOne(insee.postalCodes))
  return cedex(written, candidates, noted)
}

/** The code of a commune in the postal column, if the row names that commune; a district of Paris needs no name. */
function isMeant(commune: Commune, { byCode, town }: Known): boolean {
  if (byCode) return byCode.code === commune.code
  if (isDistrict(commune)) return isOfTown(commune, town)
  return town !== '' && plainTown(town) === plainTown(commune.name)
}

function isDistrict({ name }: Commune): boolean {
  return name.endsWith('Arrondissement')
}

function onlyOne<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null
}

/** A code of large deliveries is in no list: where the town has one code of its own in that department, it is that. */
function cedex(
  written: string,
  candidates: readonly Commune[],
  noted: (code: 'postal.cedex' | 'postal.unknown', after: string | null) => string | null,
): string | null {
  const department = departmentOfPostalCode(written)
  const there = candidates.filter(({ departmentCode }) => departmentCode === department)
  const [commune] = there
  if (!commune || there.length > 1) return noted('postal.unknown', null)
  return noted('postal.cedex', onlyOne(commune.postalCodes) ?? written)
}

/** The commune that a code and a name agree on; a code that serves one commune only needs no name. */
function communeIn(cells: Cells, postalCode: string | null, town: string): Commune | null {
  const heading = cells.heading('commune') || cells.heading('wholeAddress')
  const there = postalCode === null ? [] : communesOfPostalCode(postalCode)
  const district = onlyOne(there.filter(isDistrict))
  if (district && isOfTown(district, town)) return district
  if (town === '') return onlyOne(there)
  const wanted = plainTown(town)
  const same = there.find(({ name }) => plainTown(name) === wanted)
  if (same) return same
  const department = postalCode && departmentOfPostalCode(postalCode)
  const named = communesNamed(town).filter((one) => department === null || one.departmentCode === department)
  if (named.length === 1) return onlyOne(named)
  const part = there.find(({ name }) => isPartOf(plainTown(name), wanted))
  if (!part && there.length > 0) cells.note('commune.unknown', heading, town, null)
  return part ?? null
}

/** `Paris`, `PARIS 11` and nothing at all go with `Paris 11e Arrondissement`. */
function isOfTown(district: Commune, town: string): boolean {
  const [name = ''] = plainTown(district.name).split(' ')
  return town === '' || plainTown(town).startsWith(name)
}

function isPartOf(name: string, wanted: string): boolean {
  return wanted.startsWith(`${name} `) || name.startsWith(`${wanted} `)
}
