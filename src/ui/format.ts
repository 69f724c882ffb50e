/** Numbers, money, durations and moments as people write them in their language. */
import type { Language } from '../core/language.ts'
import { pluralIn } from './plural.ts'
import { uiTexts } from './texts.ts'

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }
const hour = 3_600_000
const noBreakSpace = '\u00a0'

/** `1 234 567,5` with thin no-break spaces in French, `1,234,567.5` in English. */
export function formatNumber(value: number, language: Language): string {
  return numberFormat(language, {}).format(value)
}

/** `17 091 commerces`, `1 commerce`: a number and the word it counts. */
export function countedIn(language: Language) {
  const plural = pluralIn(language)
  return (count: number, one: string, many: string): string =>
    `${formatNumber(count, language)} ${plural(count, one, many)}`
}

/** `Vous, Léa et Karim`. */
export function formatList(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts)
}

/** @param cents whole cents. `12 €` when there are none left over, else `12,50 €`. */
export function formatEuros(cents: number, language: Language): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const options = { style: 'currency', currency: 'EUR', minimumFractionDigits: digits } as const
  return numberFormat(language, { ...options, maximumFractionDigits: digits }).format(cents / 100)
}

/** `45 minutes`, `1 heure`, `1 h 30`. @param minutes whole minutes. */
export function formatMinutes(minutes: number, language: Language): string {
  const words = uiTexts[language].format
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return together(words.minutes(minutes))
  if (rest === 0) return together(words.hours(hours))
  return together(words.hoursAndMinutes(hours, twoDigits(rest)))
}

/** `45 s`, `1 min 35`, `30 min`, `1 h 02`: how long a recording lasts. @param seconds whole seconds. */
export function formatSeconds(seconds: number, language: Language): string {
  const words = uiTexts[language].format
  if (seconds < 60) return together(words.seconds(seconds))
  if (seconds >= 3600)
    return together(
      words.hoursAndMinutes(Math.floor(seconds / 3600), twoDigits(Math.floor(seconds / 60) % 60)),
    )
  const rest = seconds % 60
  const minutes = Math.floor(seconds / 60)
  return together(
    rest === 0 ? words.wholeMinutes(minutes) : words.minutesAndSeconds(minutes, twoDigits(rest)),
  )
}

/** `mardi 30 mars 2027`. @param zone an IANA name: the day it is there. */
export function formatDate(instant: Date, zone: string, language: Language): string {
  return dateWords(instant, zone, language, true)
}

/** `30 mars 2027`: for tables, where the day of the week is in the way. */
export function formatShortDate(instant: Date, zone: string, language: Language): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const
  return together(new Intl.DateTimeFormat(locales[language], options).format(instant))
}

/** `14 h 00` in French, `14:00` in English. */
export function formatTime(instant: Date, zone: string, language: Language): string {
  const { hour, minute } = clockOf(instant, zone)
  return together(uiTexts[language].format.time(hour, twoDigits(minute)))
}

type Zoned = { zone: string; language: Language; readerZone?: string | undefined }

/**
 * `mardi 30 mars 2027, 14 h 00 (heure de Paris)`; for a reader whose clock shows something else, also
 * `…, 16 h 00 à La Réunion`, with the day when it is another. The hour that comes twice when summer
 * time ends says which of the two it is.
 */
export function formatDateTime(instant: Date, { zone, language, readerZone = zone }: Zoned): string {
  const words = uiTexts[language].format
  const time = formatTime(instant, zone, language)
  const moment = words.dateTime(formatDate(instant, zone, language), time)
  const zoneWords = [zoneTime(zone, language), twiceWords(instant, zone, language)].filter(Boolean).join(', ')
  const elsewhere = momentElsewhere(instant, { zone, language, readerZone })
  return elsewhere === null ? words.inZone(moment, zoneWords) : words.inZones(moment, zoneWords, elsewhere)
}

function momentElsewhere(instant: Date, { zone, language, readerZone }: Required<Zoned>): string | null {
  if (readerZone === undefined || wallClock(instant, zone) === wallClock(instant, readerZone)) return null
  const words = uiTexts[language].format
  const time = formatTime(instant, readerZone, language)
  const day = dateWords(instant, readerZone, language, false)
  const sameDay = day === dateWords(instant, zone, language, false)
  const place = words.zones[readerZone]?.place ?? words.otherPlace(cityOf(readerZone))
  return words.elsewhere(sameDay ? time : words.dateTime(day, time), place)
}

function zoneTime(zone: string, language: Language): string {
  const words = uiTexts[language].format
  return words.zones[zone]?.time ?? words.otherZone(cityOf(zone))
}

function twiceWords(instant: Date, zone: string, language: Language): string | null {
  const words = uiTexts[language].format
  const shown = wallClock(instant, zone)
  if (wallClock(new Date(instant.getTime() + hour), zone) === shown) return words.summerTime
  if (wallClock(new Date(instant.getTime() - hour), zone) === shown) return words.winterTime
  return null
}

function dateWords(instant: Date, zone: string, language: Language, withYear: boolean): string {
  const written = dateFormat(language, zone, withYear).format(instant)
  const french = language === 'fr' ? written.replace(/(^|\s)1(?=\s)/, '$11er') : written.replace(',', '')
  return french.replace(/(\d(?:er)?) /, `$1${noBreakSpace}`)
}

function wallClock(instant: Date, zone: string): string {
  const { hour, minute } = clockOf(instant, zone)
  return `${dateWords(instant, zone, 'fr', true)} ${hour}:${minute}`
}

function clockOf(instant: Date, zone: string): { hour: number; minute: number } {
  const parts = timeFormat(zone).formatToParts(instant)
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
  return { hour: part('hour'), minute: part('minute') }
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function together(words: string): string {
  return words.replaceAll(' ', noBreakSpace)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Intl formats are slow to make and quick to use: each is made once. */
function kept<T>(make: (...key: string[]) => T): (...key: string[]) => T {
  const made = new Map<string, T>()
  return (...key) => {
    const name = key.join('|')
    const known = made.get(name)
    if (known !== undefined) return known
    const fresh = make(...key)
    made.set(name, fresh)
    return fresh
  }
}

const keptNumberFormat = kept(
  (language, options) =>
    new Intl.NumberFormat(language, JSON.parse(options ?? '{}') as Intl.NumberFormatOptions),
)

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return keptNumberFormat(locales[language], JSON.stringify(options))
}

const keptDateFormat = kept(
  (locale, timeZone, withYear) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(withYear === 'true' ? { year: 'numeric' } : {}),
    }),
)

function dateFormat(language: Language, zone: string, withYear: boolean): Intl.DateTimeFormat {
  return keptDateFormat(locales[language], zone, String(withYear))
}

const timeFormat = kept(
  (timeZone) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }),
)
