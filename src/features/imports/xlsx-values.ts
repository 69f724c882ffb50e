/** Numbers and dates of Excel as people would write them. */
import type { Readable } from 'node:stream'
import { readXml } from './xml.ts'

/** Formats of dates and times that every workbook has (ECMA-376 part 1, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
const dayLength = 86_400_000
const firstDay = Date.UTC(1899, 11, 30)
const firstDay1904 = Date.UTC(1904, 0, 1)

/** The styles that make a number a date: places among the `cellXfs`. */
export async function dateStyles(styles: Readable): Promise<Set<number>> {
  const dateFormats = new Set(builtInDates)
  const found = new Set<number>()
  let place = -1
  let inCells = false
  const tags = readXml<readonly [string, Readonly<Record<string, string>>]>(styles, (emit) => ({
    open: (name, attributes) => emit([name, attributes]),
    close: (name) => emit([`/${name}`, {}]),
  }))
  for await (const [tag, { numFmtId, formatCode = '' }] of tags) {
    if (tag === 'numFmt' && isDateFormat(formatCode)) dateFormats.add(Number(numFmtId))
    if (tag === 'cellXfs' || tag === '/cellXfs') inCells = tag === 'cellXfs'
    if (tag !== 'xf' || !inCells) continue
    place += 1
    if (dateFormats.has(Number(numFmtId))) found.add(place)
  }
  return found
}

/** Colours and quoted words aside, a format with days, months, years or hours is one of dates. */
function isDateFormat(code: string): boolean {
  return /[dmyhs]/i.test(code.replaceAll(/\[[^\]]*\]|"[^"]*"|\\./g, ''))
}

/** Days since the first of the calendar as `2020-04-08`, or `2020-04-08 21:50:23`. */
export function excelDate(days: number, isDate1904: boolean): string {
  const instant = (isDate1904 ? firstDay1904 : firstDay) + Math.round(days * 86_400) * 1000
  if (!Number.isFinite(instant) || Math.abs(days) > 2_958_465) return String(days)
  const [date, time] = new Date(instant).toISOString().split('T')
  return instant % dayLength === 0 ? (date ?? '') : `${date} ${time?.slice(0, 8)}`
}

/**
 * `5.2384400000012E13` keeps all its digits and is written out; `5.23844E+13` has lost some, and stays as it is so that
 * it can be seen. `0.30000000000000004` is a slip of the machine.
 */
export function plainNumber(written: string): string {
  const value = Number(written)
  if (written === '' || !Number.isFinite(value)) return written
  const [, digits = ''] = /^-?([\d.]+)e\+?\d+$/i.exec(written) ?? []
  if (digits !== '' && digits.replace('.', '').length < String(Math.trunc(value)).length) return written
  if (Number.isInteger(value)) return value.toLocaleString('en-US', { useGrouping: false })
  return String(Number(value.toPrecision(15)))
}
