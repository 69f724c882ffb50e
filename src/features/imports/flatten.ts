/** A record with records within it as a single row of texts: `adresse.codePostal`. */

export type FlatRecord = Map<string, string>

const deepest = 6

/**
 * Lists become one cell; of a list of records the first counts (Insee puts the present before the past); a GeoJSON
 * point becomes two columns, `longitude` and `latitude`.
 */
export function flatten(record: unknown): FlatRecord {
  const flat: FlatRecord = new Map()
  put(flat, record, [])
  return flat
}

function put(flat: FlatRecord, value: unknown, path: readonly string[]): void {
  if (path.length > deepest) return
  if (typeof value !== 'object' || value === null) {
    if (path.length > 0) flat.set(path.join('.'), scalar(value))
    return
  }
  if (Array.isArray(value)) return putList(flat, value, path)
  const point = pointOf(value)
  if (point) return putPoint(flat, point)
  for (const [key, inner] of Object.entries(value)) put(flat, inner, [...path, cleaned(key)])
}

/** Control signs and halves of signs are no part of a name. */
function cleaned(key: string): string {
  return key.replaceAll(/\p{Cc}/gu, '').toWellFormed()
}

function putList(flat: FlatRecord, list: readonly unknown[], path: readonly string[]): void {
  const [first] = list
  if (typeof first === 'object' && first !== null) return put(flat, first, path)
  const separator = list.every((one) => typeof one === 'number') ? ', ' : '; '
  flat.set(path.join('.'), list.map(scalar).join(separator))
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

type Point = readonly [longitude: number, latitude: number]

function pointOf(value: object): Point | null {
  if (!('type' in value) || value.type !== 'Point' || !('coordinates' in value)) return null
  const { coordinates } = value
  if (!Array.isArray(coordinates)) return null
  const [longitude, latitude] = coordinates as unknown[]
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null
}

/** The first point counts: a record often tells the same one twice. */
function putPoint(flat: FlatRecord, [longitude, latitude]: Point): void {
  if (flat.has('longitude') && flat.has('latitude')) return
  flat.set('longitude', String(longitude))
  flat.set('latitude', String(latitude))
}
