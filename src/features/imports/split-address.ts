/** A whole address in one cell. */

export type SplitAddress = { street: string | null; postalCode: string; commune: string }

/** `12 rue du Port, 35400 Saint-Malo, France`: what stands before the last postal code, the code, the town. */
export function splitAddress(written: string): SplitAddress | null {
  const found = /^(.*?)[\s,;-]*\b(\d{5})\s+(\p{L}[^\d,;]*(?:\d{1,2}(?:e|er|eme)?)?)/su.exec(written)
  if (!found) return null
  const [, street = '', postalCode = '', commune = ''] = found
  return { street: street.trim() || null, postalCode, commune: commune.replace(/\s*france\s*$/i, '').trim() }
}
