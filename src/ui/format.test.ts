import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatEuros,
  formatMinutes,
  formatNumber,
  formatSeconds,
  formatTime,
} from './format.ts'

const paris = 'Europe/Paris'
/** No-break spaces of both widths, shown as `_`, so that the sentences below can be read. */
const shown = (text: string) => text.replace(/[\u00a0\u202f]/g, '_')

test('French figures have thin spaces, English ones commas', () => {
  expect(formatNumber(2_000_000, 'fr')).toBe('2\u202f000\u202f000')
  expect(formatNumber(2_000_000, 'en')).toBe('2,000,000')
})

test('a price has cents only when there are some', () => {
  expect(shown(formatEuros(900, 'fr'))).toBe('9_€')
  expect(shown(formatEuros(1250, 'fr'))).toBe('12,50_€')
  expect(shown(formatEuros(123_400, 'fr'))).toBe('1_234_€')
  expect(shown(formatEuros(0, 'fr'))).toBe('0_€')
  expect(formatEuros(1250, 'en')).toBe('€12.50')
})

test('a duration is told in minutes, then in hours', () => {
  expect(formatMinutes(1, 'fr')).toBe('1\u00a0minute')
  expect(shown(formatMinutes(45, 'fr'))).toBe('45_minutes')
  expect(shown(formatMinutes(60, 'fr'))).toBe('1_heure')
  expect(shown(formatMinutes(65, 'fr'))).toBe('1_h_05')
  expect(shown(formatMinutes(120, 'en'))).toBe('2_hours')
})

test('a recording lasts seconds, minutes and seconds, or hours', () => {
  expect(shown(formatSeconds(45, 'fr'))).toBe('45_s')
  expect(shown(formatSeconds(95, 'fr'))).toBe('1_min_35')
  expect(shown(formatSeconds(63, 'en'))).toBe('1_min_03')
  expect(shown(formatSeconds(1800, 'fr'))).toBe('30_min')
  expect(shown(formatSeconds(3725, 'fr'))).toBe('1_h_02')
})

test('a moment names its zone', () => {
  const instant = new Date('2027-03-30T12:00:00Z')
  expect(shown(formatDateTime(instant, { zone: paris, language: 'fr' }))).toBe(
    'mardi 30_mars 2027, 14_h_00 (heure de Paris)',
  )
  expect(shown(formatDateTime(instant, { zone: paris, language: 'en' }))).toBe(
    'Tuesday 30_March 2027, 14:00 (Paris time)',
  )
})

test('a reader in La Réunion also reads the hour there', () => {
  const instant = new Date('2027-03-30T12:00:00Z')
  const moment = formatDateTime(instant, { zone: paris, language: 'fr', readerZone: 'Indian/Reunion' })
  expect(shown(moment)).toBe('mardi 30_mars 2027, 14_h_00 (heure de Paris, 16_h_00 à La Réunion)')
})

test('a reader in Guadeloupe also reads the hour there', () => {
  const instant = new Date('2027-01-12T13:30:00Z')
  const moment = formatDateTime(instant, { zone: paris, language: 'fr', readerZone: 'America/Guadeloupe' })
  expect(shown(moment)).toBe('mardi 12_janvier 2027, 14_h_30 (heure de Paris, 9_h_30 en Guadeloupe)')
})

test('a reader in New Caledonia also reads the day, when it is already the next one', () => {
  const instant = new Date('2027-03-31T18:30:00Z')
  const moment = formatDateTime(instant, { zone: paris, language: 'fr', readerZone: 'Pacific/Noumea' })
  expect(shown(moment)).toBe(
    'mercredi 31_mars 2027, 20_h_30 (heure de Paris, jeudi 1er_avril, 5_h_30 en Nouvelle-Calédonie)',
  )
})

test('a reader whose clock shows the same is told one hour only', () => {
  const instant = new Date('2027-03-30T12:00:00Z')
  const moment = formatDateTime(instant, { zone: paris, language: 'fr', readerZone: 'Europe/Brussels' })
  expect(shown(moment)).toBe('mardi 30_mars 2027, 14_h_00 (heure de Paris)')
})

test('the hour that comes twice on 25 October 2026 says which one it is', () => {
  const words = (instant: string) => shown(formatDateTime(new Date(instant), { zone: paris, language: 'fr' }))
  expect(words('2026-10-25T00:30:00Z')).toBe('dimanche 25_octobre 2026, 2_h_30 (heure de Paris, heure d’été)')
  expect(words('2026-10-25T01:30:00Z')).toBe(
    'dimanche 25_octobre 2026, 2_h_30 (heure de Paris, heure d’hiver)',
  )
  expect(words('2026-10-25T02:30:00Z')).toBe('dimanche 25_octobre 2026, 3_h_30 (heure de Paris)')
})

test('on 28 March 2027 the clock jumps from 1:59 to 3:00', () => {
  expect(shown(formatTime(new Date('2027-03-28T00:59:00Z'), paris, 'fr'))).toBe('1_h_59')
  expect(shown(formatTime(new Date('2027-03-28T01:00:00Z'), paris, 'fr'))).toBe('3_h_00')
})

test('the first of a month is the 1er in French, and a date is that of the place', () => {
  const instant = new Date('2027-04-30T22:30:00Z')
  expect(shown(formatDate(instant, paris, 'fr'))).toBe('samedi 1er_mai 2027')
  expect(shown(formatDate(instant, 'America/Guadeloupe', 'fr'))).toBe('vendredi 30_avril 2027')
  expect(shown(formatDate(instant, paris, 'en'))).toBe('Saturday 1_May 2027')
})

test('a place we have no words for is still named', () => {
  const instant = new Date('2027-03-30T12:00:00Z')
  expect(formatDateTime(instant, { zone: 'Asia/Hong_Kong', language: 'en' })).toContain('(Hong Kong time)')
})
