/** E-mail addresses, telephone numbers and web addresses, one by one. */
import { findPhoneNumbersInText, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import type { Cells } from './cells.ts'
import { isWebsite } from './contents.ts'
import type { Contact } from './list-entry.ts'

/** The numbering of overseas departments, which have country codes of their own. */
const countries: Readonly<Record<string, CountryCode>> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
}

/** All of them, each once; the first of a kind is the one to use. */
export function cleanContacts(cells: Cells, departmentCode: string | null): Contact[] {
  const country = countries[departmentCode ?? ''] ?? 'FR'
  const found = [
    ...cells.all('email').flatMap((cell) => emailsIn(cells, cell)),
    ...cells.all('phone').flatMap((cell) => phonesIn(cells, cell, country)),
    ...cells.all('website').flatMap((cell) => websitesIn(cells, cell)),
  ]
  const distinct = new Map(found.map((contact) => [`${contact.kind} ${contact.value}`, contact]))
  return [...distinct.values()]
}

type Cell = { heading: string; text: string }

const everyEmail = /[^\s@<>(),;:"/]+@[^\s@<>(),;:"/]+\.[a-z]{2,}/gi

function emailsIn(cells: Cells, { heading, text }: Cell): Contact[] {
  const found = (text.match(everyEmail) ?? []).map((email) => email.toLowerCase().replace(/^mailto:/, ''))
  const contacts = found.map((value) => ({ kind: 'email' as const, value }))
  if (found.length > 1) cells.note('email.several', heading, text, found.join(', '))
  if (found.length > 0) return contacts
  if (!isWebsite(text)) {
    if (!isNothing(text)) cells.note('email.invalid', heading, text, null)
    return []
  }
  const sites = urlsIn(text)
  cells.note('email.website', heading, text, sites.join(', ') || null)
  return sites.map((value) => ({ kind: 'website', value }))
}

/** `-`, `néant`, `x`: a way to leave a cell empty. */
function isNothing(text: string): boolean {
  return /^([-–—./x?*]+|n[eé]ant|aucune?|non|nc|n\/?a|null|sans)$/i.test(text)
}

const frenchNumber = /(?:(?:\+|00)\s?33\s?(?:\(0\))?|0)\s?[1-9](?:[\s./-]*\d{2}){4}/g

function phonesIn(cells: Cells, { heading, text }: Cell, country: CountryCode): Contact[] {
  const numbers = [...new Set(numbersIn(text, country))]
  if (numbers.length === 0 && !isNothing(text)) cells.note('phone.invalid', heading, text, null)
  if (numbers.length > 1) cells.note('phone.several', heading, text, numbers.join(', '))
  if (/^\d{9}$/.test(text.replaceAll(/[\s.]/g, '')) && numbers[0])
    cells.note('phone.zero', heading, text, numbers[0])
  return numbers.map((value) => ({ kind: 'phone', value }))
}

function numbersIn(text: string, country: CountryCode): string[] {
  const apart = text.match(frenchNumber) ?? []
  if (apart.length > 1) return apart.flatMap((number) => numberIn(number, country))
  const one = numberIn(text, country)
  if (one.length > 0) return one
  return findPhoneNumbersInText(text, { defaultCountry: country }).map(({ number }) => number.number)
}

function numberIn(text: string, country: CountryCode): string[] {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: true })
  return parsed?.isValid() ? [parsed.number] : []
}

function websitesIn(cells: Cells, { heading, text }: Cell): Contact[] {
  const emails = text.match(everyEmail) ?? []
  if (emails.length > 0 && !/https?:|www\./i.test(text)) {
    cells.note('website.email', heading, text, emails.join(', '))
    return emails.map((value) => ({ kind: 'email', value: value.toLowerCase() }))
  }
  const sites = urlsIn(text)
  if (sites.length === 0 && !isNothing(text)) cells.note('website.invalid', heading, text, null)
  if (sites.length > 1) cells.note('website.several', heading, text, sites.join(', '))
  return sites.map((value) => ({ kind: 'website', value }))
}

function urlsIn(text: string): string[] {
  return text
    .replaceAll(/\s*:\s*\/\//g, '://')
    .split(/[\s;]+|,(?=\s*(?:https?:|www\.))/i)
    .flatMap((part) => {
      const url = asUrl(part.replace(/[.,)]+$/, ''))
      return url === null ? [] : [url]
    })
}

/** `Http://Lou.fr` and `www.lou.fr` as browsers write them; a word without a point is no address. */
function asUrl(part: string): string | null {
  const written = /^https?:\/*/i.test(part) ? part.replace(/^(https?):\/*/i, '$1://') : `https://${part}`
  const url = URL.canParse(written) ? new URL(written) : null
  if (!url || !/^[^.]+(\.[^.]+)*\.[a-z]{2,}$/i.test(url.hostname) || url.username !== '') return null
  return url.href.length > 500 ? null : url.href
}
