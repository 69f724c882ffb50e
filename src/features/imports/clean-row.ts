/** A row turned into what it says of a shop, or refused; every repair is noted. */
import { parseActivityCode } from '../businesses/activity.ts'
import { undisclosedName, type Diffusion } from '../businesses/business.ts'
import { parseSizeBand } from '../businesses/size-band.ts'
import { Cells, type MappedColumn } from './cells.ts'
import { cleanContacts } from './clean-contacts.ts'
import { cleanNumber } from './clean-number.ts'
import { cleanPlace } from './clean-place.ts'
import type { ListEntry } from './list-entry.ts'
import { parseOpeningHours } from './opening-hours.ts'
import { shownCell, type Note, type RefusalCode } from './note.ts'

export type Refusal = { reason: RefusalCode; column: string | null; value: string | null }
export type CleanRow =
  /** `key` is the row's own number in its source, where the list has one. */
  | { kind: 'entry'; entry: ListEntry; key: string | null; notes: readonly Note[] }
  | { kind: 'refused'; refusal: Refusal; notes: readonly Note[] }

const longestText = 250

/** @param values the cells of the row, in the order of the columns. */
export function cleanRow(mapped: readonly MappedColumn[], values: readonly string[]): CleanRow {
  const cells = new Cells(values, mapped)
  const refuse = (reason: RefusalCode, column: string, value: string): CleanRow => {
    const refusal = { reason, column: column || null, value: shownCell(value) }
    return { kind: 'refused', refusal, notes: cells.notes }
  }
  const state = cells.read('state')
  if (isClosed(state)) return refuse('establishment.closed', cells.heading('state'), state)
  const number = cleanNumber(cells)
  if (number.kind === 'wrong') return refuse('siret.checksum', number.heading, number.value)
  const names = namesOf(cells)
  if (names.name === '') return refuse('name.missing', cells.heading('name') || cells.heading('sign'), '')
  const entry = entryOf(cells, number.siret, names)
  return { kind: 'entry', entry, key: cells.read('key').slice(0, 100) || null, notes: cells.notes }
}

function isClosed(state: string): boolean {
  return /^(f|c|ferm[eé]e?|cess[eé]e?|radi[eé]e?|inacti(f|ve)|closed|inactive)$/i.test(state)
}

type Names = { name: string; sign: string | null }

/** What customers read is the sign; where a list has only that, it is the name as well. */
function namesOf(cells: Cells): Names {
  const [shop, legal, sign] = [cells.read('name'), cells.read('legalName'), cells.read('sign')]
  const person = [cells.read('firstName'), cells.read('lastName')].filter((part) => part !== '').join(' ')
  const name = cut(cells, 'name', legal || shop || sign || person)
  const door = cut(cells, 'sign', sign || (legal === '' ? '' : shop))
  return { name, sign: door !== '' && door !== name ? door : null }
}

function cut(cells: Cells, field: 'name' | 'sign', text: string): string {
  if (text.length <= longestText) return text
  const short = text.slice(0, longestText)
  cells.note('text.cut', cells.heading(field), text, short)
  return short
}

function entryOf(cells: Cells, siret: string | null, { name, sign }: Names): ListEntry {
  const diffusion = diffusionOf(cells.read('diffusion'))
  const open = diffusion === 'O'
  const place = cleanPlace(cells)
  const contacts = open ? cleanContacts(cells, place.departmentCode) : []
  return {
    siret,
    // Who asked not to be shown is not even kept by name: what is not there cannot leak.
    name: open ? name : undisclosedName,
    sign: open ? sign : null,
    activityCode: activityOf(cells),
    sizeBand: parseSizeBand(cells.read('sizeBand')),
    ...place,
    street: open ? place.street : null,
    ...(open ? pointOf(cells) : nowhere),
    diffusion,
    openingHours: open ? openingHoursOf(cells) : null,
    contacts,
    isOptOut: /^(1|x|o|y|oui|yes|vrai|true|stop)$/i.test(cells.read('optOut')),
  }
}

/** In the syntax of OpenStreetMap where every word is understood, else as they are written. */
function openingHoursOf(cells: Cells): string | null {
  const written = cells.read('openingHours').slice(0, 1000)
  const parsed = parseOpeningHours(written)
  if (parsed !== null && parsed !== written)
    cells.note('hours.read', cells.heading('openingHours'), written, parsed)
  return (parsed ?? written) || null
}

/** `P` is partial; `N`, in older files, meant the same. */
function diffusionOf(written: string): Diffusion {
  return written === 'P' || written === 'N' ? 'P' : 'O'
}

function activityOf(cells: Cells): string | null {
  const written = cells.read('activity')
  const code = parseActivityCode(written)
  if (written !== '' && code === null)
    cells.note('activity.unknown', cells.heading('activity'), written, null)
  return code
}

const nowhere = { latitude: null, longitude: null }
/** Below this a geocoder has guessed: a hamlet of Charente was put near Marseille with 0.45. */
const leastScore = 0.5

/** Degrees (WGS 84). */
function pointOf(cells: Cells): { latitude: number | null; longitude: number | null } {
  const pair = cells.read('point')
  const [first = '', second = ''] = pair.match(/-?\d+(?:\.\d+)?/g) ?? []
  // Some write a dictionary with the longitude first.
  const [north, east] = /lon\w*\W+-?\d.*lat/i.test(pair) ? [second, first] : [first, second]
  const latitude = degrees(cells.read('latitude') || north, 90)
  const longitude = degrees(cells.read('longitude') || east, 180)
  const written = [cells.read('latitude'), cells.read('longitude'), pair]
    .filter((part) => part !== '')
    .join(' ')
  if (written === '') return nowhere
  const heading = cells.heading('latitude') || cells.heading('point')
  if (latitude === null || longitude === null) {
    cells.note('point.unreadable', heading, written, null)
    return nowhere
  }
  // 0,0 is in the sea off Ghana: it says that nobody knew.
  if (latitude === 0 && longitude === 0) return nowhere
  const score = degrees(cells.read('geoScore'), 1)
  if (score === null || score >= leastScore) return { latitude, longitude }
  cells.note('point.unsure', cells.heading('geoScore'), cells.read('geoScore'), null)
  return nowhere
}

function degrees(written: string, most: number): number | null {
  const value = Number(written.replace(',', '.'))
  return written !== '' && Number.isFinite(value) && Math.abs(value) <= most ? value : null
}
