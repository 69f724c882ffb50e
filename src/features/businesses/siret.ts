/**
 * The number of an establishment: fourteen digits, the first nine naming the firm (Insee, base Sirene).
 * Kept as text, since a number loses its leading zeros.
 */

export type SiretProblem = 'siret.missing' | 'siret.spreadsheet' | 'siret.shape' | 'siret.checksum'
export type ParsedSiret = { ok: true; siret: string } | { ok: false; reason: SiretProblem }

/** Its post offices have numbers that break the usual check; Insee lets them follow a rule of their own. */
const laPoste = '356000000'

/** Reads a SIRET as people and files write it: spaces anywhere do not matter, everything else does. */
export function parseSiret(written: string): ParsedSiret {
  const siret = written.replaceAll(/\s/g, '')
  if (siret === '') return { ok: false, reason: 'siret.missing' }
  // A spreadsheet took it for a quantity and rounded it: the last digits are gone for good.
  if (/^\d([.,]\d+)?e\+?\d{1,2}$/i.test(siret)) return { ok: false, reason: 'siret.spreadsheet' }
  if (!/^\d{14}$/.test(siret)) return { ok: false, reason: 'siret.shape' }
  return isSiret(siret) ? { ok: true, siret } : { ok: false, reason: 'siret.checksum' }
}

/**
 * Are these fourteen digits a possible SIRET: Luhn over all of them and over the SIREN? For La Poste a sum of
 * digits that is a multiple of five is enough. Possible is not alive: closed establishments keep their number.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false
  const siren = digits.slice(0, 9)
  if (siren === laPoste && sum(digits.split('').map(Number)) % 5 === 0) return true
  return isLuhn(siren) && isLuhn(digits)
}

/** Nine digits that pass the check of Luhn: a possible firm. */
export function isSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && isLuhn(digits)
}

/** As on letterheads: the firm in threes, then the establishment, which alone may go to the next line. */
export function formatSiret(siret: string): string {
  const firm = [siret.slice(0, 3), siret.slice(3, 6), siret.slice(6, 9)].join('\u00a0')
  return `${firm} ${siret.slice(9)}`
}

/** The digit that makes `digits` pass the check of Luhn (ISO/IEC 7812-1, annex B). */
export function luhnDigit(digits: string): string {
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10)
}

function isLuhn(digits: string): boolean {
  return luhnSum(digits) % 10 === 0
}

function luhnSum(digits: string): number {
  return sum(
    digits.split('').map((digit, index) => {
      const isDoubled = (digits.length - index) % 2 === 0
      const value = Number(digit) * (isDoubled ? 2 : 1)
      return value > 9 ? value - 9 : value
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
