/** What a cell looks like, whatever stands above it. */
import { isSiren, parseSiret } from '../businesses/siret.ts'

const email = /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[a-z]{2,}/i
const website =
  /^(https?:\/\/|www\.)\S+$|^[a-z0-9-]+(\.[a-z0-9-]+)*\.(fr|com|net|org|eu|paris|bzh|shop|store|io|be|ch)(\/\S*)?$/i
const postalCode = /^(0[1-9]|[1-8]\d|9[0-8])\d{3}$/
const phoneDigits = /(?:(?:\+|00)33|0)[\s.]?[1-9](?:[\s./-]*\d{2}){4}(?!\d)/

export const isEmail = (text: string): boolean => email.test(text)
export const isWebsite = (text: string): boolean => website.test(text) && !email.test(text)
export const isPhone = (text: string): boolean => text.length <= 80 && phoneDigits.test(text)
export const isPostalCode = (text: string): boolean => postalCode.test(text)
/** An address with its postal code in the same cell: `12 rue du Port 35400 Saint-Malo`. */
export const isWholeAddress = (text: string): boolean =>
  /\S.*[\s,](0[1-9]|[1-8]\d|9[0-8])\d{3}\s+\p{L}{2}/su.test(text)
export const isActivityCode = (text: string): boolean => /^\d{2}\.?\d{2}[A-Z]$/.test(text)
/** `48.85, 2.37`; degrees of the world, not metres of a projection. */
export const isPoint = (text: string): boolean =>
  /^\s*-?\d{1,2}\.\d{3,}\s*,\s*-?\d{1,3}\.\d{3,}\s*$/.test(text)
export const isOpeningHours = (text: string): boolean =>
  /^(Mo|Tu|We|Th|Fr|Sa|Su|PH)\b.*\d{1,2}:\d{2}/.test(text)
/** Fourteen digits that pass the check, or what a spreadsheet made of them. */
export function isSiretLike(text: string): boolean {
  const parsed = parseSiret(text)
  return parsed.ok || (parsed.reason === 'siret.spreadsheet' && /e\+?1[123]$/i.test(text))
}
export const isSirenLike = (text: string): boolean => isSiren(text.replaceAll(/\s/g, ''))

/** Something that stands under a heading, never in it. */
export function isData(text: string): boolean {
  const cell = text.trim()
  return (
    /^[\d\s.,;:/+()e-]+$/i.test(cell) ||
    isEmail(cell) ||
    isWebsite(cell) ||
    isPhone(cell) ||
    isSiretLike(cell) ||
    isActivityCode(cell) ||
    cell.length > 250
  )
}
