/** One line of a file turned into a business, or refused with the reason, the column and what stood there. */
import { parseActivityCode } from './activity.ts'
import { undisclosedName, type Diffusion, type EntryField, type RegisterEntry } from './business.ts'
import { departmentOfCommune, departmentOfPostalCode, findCommune, type Commune } from './geography.ts'
import { headingOf, type RegisterColumns, type RegisterField } from './register-columns.ts'
import { parseSiret, type SiretProblem } from './siret.ts'
import { parseSizeBand } from './size-band.ts'

export type RefusalReason =
  | SiretProblem
  | 'siret.duplicate'
  | 'name.missing'
  | 'text.too-long'
  | 'establishment.closed'
  | 'line.columns'
  | 'line.too-long'
  | 'line.quote'

export type Refusal = { reason: RefusalReason; column: string | null; value: string | null }
export type ReadLine = { ok: true; entry: RegisterEntry } | { ok: false; refusal: Refusal }

/** Longer is not a name but a mistake. */
const longestText = 250
const longestShown = 120

/** @param cells the cells of the line, in the order of the columns. */
export function readLine(columns: RegisterColumns, cells: readonly string[]): ReadLine {
  const read = (field: RegisterField) => cellOf(columns, cells, field)
  const refuse = (reason: RefusalReason, field: RegisterField | null) => ({
    ok: false as const,
    refusal: { reason, column: field && headingOf(columns, field), value: field && shown(read(field)) },
  })
  if (cells.length !== columns.count) return refuse('line.columns', null)
  const number = parseSiret(siretCell(read))
  if (!number.ok) return refuse(number.reason, 'siret' in columns.places ? 'siret' : 'siren')
  if (read('state') === 'F') return refuse('establishment.closed', 'state')
  const entry = entryOf(number.siret, read)
  if (entry.name === '') return refuse('name.missing', nameField(columns))
  const tooLong = (['name', 'sign', 'streetName'] as const).find((field) => read(field).length > longestText)
  return tooLong ? refuse('text.too-long', tooLong) : { ok: true, entry }
}

/** The columns each field is read from: a file with none of them does not speak of it. */
const sources: Readonly<Record<EntryField, readonly RegisterField[]>> = {
  name: ['name', 'usualName', 'sign'],
  sign: ['sign', 'usualName'],
  activityCode: ['activity'],
  sizeBand: ['sizeBand'],
  street: ['streetName'],
  postalCode: ['postalCode'],
  communeCode: ['communeCode'],
  commune: ['communeCode', 'commune'],
  departmentCode: ['communeCode', 'postalCode'],
  latitude: ['latitude'],
  longitude: ['longitude'],
  diffusion: ['diffusion'],
}

/** What a file with these columns can say of a business. */
export function fieldsIn({ places }: RegisterColumns): ReadonlySet<EntryField> {
  const entries = Object.entries(sources) as [EntryField, readonly RegisterField[]][]
  return new Set(entries.flatMap(([field, from]) => (from.some((one) => one in places) ? [field] : [])))
}

/** What a refused cell held, short enough for a list. */
export function shown(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
}

type Read = (field: RegisterField) => string

/** Control characters and runs of spaces are slips of the keyboard or of an export. */
function cellOf({ places }: RegisterColumns, cells: readonly string[], field: RegisterField): string {
  const place = places[field]
  const cell = place === undefined ? '' : (cells[place] ?? '')
  return /[\s\p{Cc}]/u.test(cell) ? cell.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() : cell
}

/** Older files hold the firm and the place apart, and spreadsheets drop their leading zeros. */
function siretCell(read: Read): string {
  const whole = read('siret')
  const [siren, nic] = [read('siren'), read('nic')]
  if (whole !== '' || siren === '' || nic === '') return whole
  return siren.padStart(9, '0') + nic.padStart(5, '0')
}

function nameField({ places }: RegisterColumns): RegisterField {
  return (['name', 'usualName', 'sign'] as const).find((field) => field in places) ?? 'name'
}

function entryOf(siret: string, read: Read): RegisterEntry {
  const diffusion = diffusionOf(read('diffusion'))
  const open = diffusion === 'O'
  const name = read('name') || read('usualName') || read('sign')
  const sign = read('sign') || read('usualName')
  return {
    siret,
    // Who asked not to be shown is not even kept by name: what is not there cannot leak.
    name: open ? name : undisclosedName,
    sign: open && sign !== '' && sign !== name ? sign : null,
    activityCode: activityOf(read),
    sizeBand: parseSizeBand(read('sizeBand')),
    street: open ? streetOf(read) : null,
    ...placeOf(read),
    ...(open ? pointOf(read) : { latitude: null, longitude: null }),
    diffusion,
  }
}

/** `P` is partial; `N`, in older files, meant the same. */
function diffusionOf(written: string): Diffusion {
  return written === 'P' || written === 'N' ? 'P' : 'O'
}

/** Codes of older nomenclatures look alike and mean something else. */
function activityOf(read: Read): string | null {
  const nomenclature = read('nomenclature')
  return nomenclature === '' || nomenclature === 'NAFRev2' ? parseActivityCode(read('activity')) : null
}

function streetOf(read: Read): string | null {
  const parts = [read('streetNumber'), read('streetRepetition'), read('streetType'), read('streetName')]
  return parts.filter((part) => part !== '').join(' ') || null
}

type Place = Pick<RegisterEntry, 'postalCode' | 'communeCode' | 'commune' | 'departmentCode'>

function placeOf(read: Read): Place {
  const code = communeCodeOf(read('communeCode'))
  const commune = code === null ? null : findCommune(code)
  const postalCode = postalCodeOf(read('postalCode'), commune)
  return {
    postalCode,
    communeCode: code,
    commune: commune?.name ?? (read('commune') || null),
    departmentCode:
      code === null ? postalCode && departmentOfPostalCode(postalCode) : departmentOfCommune(code),
  }
}

function communeCodeOf(written: string): string | null {
  const code = written.toUpperCase()
  return /^(\d{5}|2[AB]\d{3})$/.test(code) ? code : null
}

/** A lost leading zero is put back only where the commune agrees: `4900` is a slip of Anjou, not of the Alps. */
function postalCodeOf(written: string, commune: Commune | null): string | null {
  const code = written.replaceAll(' ', '')
  if (/^\d{4}$/.test(code)) return commune?.postalCodes.includes(`0${code}`) ? `0${code}` : null
  return /^\d{5}$/.test(code) && code !== '99999' && code !== '00000' ? code : null
}

/** Degrees (WGS 84). 0,0 is in the sea off Ghana: it says that nobody knew. */
function pointOf(read: Read): Pick<RegisterEntry, 'latitude' | 'longitude'> {
  const latitude = degrees(read('latitude'), 90)
  const longitude = degrees(read('longitude'), 180)
  const isUnknown = latitude === null || longitude === null || (latitude === 0 && longitude === 0)
  return isUnknown ? { latitude: null, longitude: null } : { latitude, longitude }
}

function degrees(written: string, most: number): number | null {
  if (written === '') return null
  const value = Number(written.replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null
}
