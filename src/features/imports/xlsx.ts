/** Workbooks of Excel (ECMA-376, SpreadsheetML), streamed. Formulas count by their last result. */
import { UnreadableTable } from './table.ts'
import { putCell, SheetRows, type WorkbookItem, type WorkbookRequest } from './workbook.ts'
import { readXml, type XmlAttributes, type XmlHandlers } from './xml.ts'
import { dateStyles, excelDate, plainNumber } from './xlsx-values.ts'
import type { ZipParts } from './zip-parts.ts'

type SheetPart = { name: string; isActive: boolean; part: string }
type Book = { sheets: readonly SheetPart[]; isDate1904: boolean }
type Values = { strings: readonly string[]; dates: ReadonlySet<number>; isDate1904: boolean }

/** Characters kept for the texts that cells share. */
const mostShared = 60_000_000

export async function* readXlsx(
  parts: ZipParts,
  { only, most }: WorkbookRequest,
): AsyncGenerator<WorkbookItem> {
  const { sheets, isDate1904 } = await readBook(parts)
  const values = {
    strings: await readStrings(parts),
    dates: parts.names.includes('xl/styles.xml')
      ? await dateStyles(await parts.open('xl/styles.xml'))
      : new Set<number>(),
    isDate1904,
  }
  for (const [place, { name, isActive, part }] of sheets.entries()) {
    yield { kind: 'sheet', format: 'xlsx', name, isActive }
    if (only !== null && place !== only) continue
    yield* readXml<WorkbookItem>(await parts.open(part), (emit) =>
      sheetHandlers(values, new SheetRows(most, emit)),
    )
  }
}

async function readBook(parts: ZipParts): Promise<Book> {
  const targets = new Map<string, string>()
  const relations = await parts.open('xl/_rels/workbook.xml.rels')
  for await (const { Id = '', Target = '' } of opened(relations, 'Relationship'))
    targets.set(Id, partOf(Target))
  const sheets: { name: string; part: string }[] = []
  let active = 0
  let isDate1904 = false
  const tags = readXml<readonly [string, XmlAttributes]>(await parts.open('xl/workbook.xml'), (emit) => ({
    open: (name, attributes) => emit([name, attributes]),
  }))
  for await (const [tag, attributes] of tags) {
    if (tag === 'workbookView') active = Number(attributes['activeTab'] ?? 0)
    if (tag === 'workbookPr') isDate1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
    const part = targets.get(attributes['id'] ?? '')
    if (tag === 'sheet' && part?.startsWith('xl/worksheets/'))
      sheets.push({ name: attributes['name'] ?? '', part })
  }
  return { sheets: sheets.map((sheet, place) => ({ ...sheet, isActive: place === active })), isDate1904 }
}

function opened(part: Parameters<typeof readXml>[0], wanted: string): AsyncGenerator<XmlAttributes> {
  return readXml<XmlAttributes>(part, (emit) => ({
    open: (name, attributes) => {
      if (name === wanted) emit(attributes)
    },
  }))
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function readStrings(parts: ZipParts): Promise<string[]> {
  if (!parts.names.includes('xl/sharedStrings.xml')) return []
  const strings: string[] = []
  let held = 0
  for await (const text of readXml<string>(await parts.open('xl/sharedStrings.xml'), stringHandlers)) {
    held += text.length
    if (held > mostShared) throw new UnreadableTable('workbook-too-big')
    strings.push(text)
  }
  return strings
}

/** `si` holds `t`, or runs of them; how it is spoken (`rPh`) is no part of the text. */
function stringHandlers(emit: (text: string) => void): XmlHandlers {
  let text = ''
  let inText = false
  let spoken = 0
  return {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken += 1
      inText = name === 't' && spoken === 0
    },
    text: (more) => void (inText && (text += more)),
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') spoken -= 1
      if (name === 'si') emit(text)
    },
  }
}

function sheetHandlers(values: Values, rows: SheetRows): XmlHandlers {
  let line = 0
  let cells: string[] = []
  let place = -1
  let cell: XmlAttributes = {}
  let text = ''
  let inText = false
  return {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1)
        cells = []
        place = -1
      } else if (name === 'c') {
        cell = attributes
        place = columnOf(attributes['r']) ?? place + 1
        text = ''
      }
      inText = name === 'v' || name === 't'
    },
    text: (more) => void (inText && (text += more)),
    close(name) {
      inText = false
      if (name === 'c') putCell(cells, place, textOf(cell, text, values))
      if (name === 'row') rows.add(line, cells)
      if (name === 'sheetData') rows.end()
    },
  }
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return letters.split('').reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf({ t: type, s: style }: XmlAttributes, text: string, values: Values): string {
  if (type === 's') return values.strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'str' || type === 'inlineStr' || type === 'd' || text === '') return text
  return values.dates.has(Number(style)) ? excelDate(Number(text), values.isDate1904) : plainNumber(text)
}
