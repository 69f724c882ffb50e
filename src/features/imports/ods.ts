/** Workbooks of LibreOffice and others (OpenDocument 1.3, spreadsheets), streamed. */
import { mostColumns } from './table.ts'
import { putCell, SheetRows, type WorkbookItem, type WorkbookRequest } from './workbook.ts'
import { readXml, type XmlAttributes, type XmlHandlers } from './xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** Rows that repeat with something in them: more is not typed by people. */
const mostRepeated = 1000

export async function* readOds(parts: ZipParts, request: WorkbookRequest): AsyncGenerator<WorkbookItem> {
  const active = await activeSheet(parts)
  const content = await parts.open('content.xml')
  yield* readXml<WorkbookItem>(content, (emit) => contentHandlers(request, active, emit))
}

async function activeSheet(parts: ZipParts): Promise<string | null> {
  if (!parts.names.includes('settings.xml')) return null
  let isWanted = false
  let active: string | null = null
  const settings = readXml<string>(await parts.open('settings.xml'), (emit) => ({
    open: (name, attributes) =>
      void (isWanted = name === 'config-item' && attributes['name'] === 'ActiveTable'),
    text: (text) => void (isWanted && emit(text)),
    close: () => void (isWanted = false),
  }))
  for await (const name of settings) active = name
  return active
}

type Cell = { attributes: XmlAttributes; paragraphs: string[] }

/** Where the reading stands in the document. */
class Reading {
  private sheet = -1
  private rows: SheetRows | null = null
  private line = 0
  private cells: string[] = []
  private place = 0
  private cell: Cell | null = null
  private isParagraph = false
  /** Within a remark, a picture or an inner table, which are no text of the cell. */
  private aside = 0
  private readonly request: WorkbookRequest
  private readonly active: string | null
  private readonly emit: (item: WorkbookItem) => void
  constructor(request: WorkbookRequest, active: string | null, emit: (item: WorkbookItem) => void) {
    this.request = request
    this.active = active
    this.emit = emit
  }

  openSheet({ name = '' }: XmlAttributes): void {
    if (this.cell) return void (this.aside += 1)
    this.sheet += 1
    this.line = 0
    this.emit({ kind: 'sheet', format: 'ods', name, isActive: name === this.active })
    const isWanted = this.request.only === null || this.request.only === this.sheet
    this.rows = isWanted ? new SheetRows(this.request.most, this.emit) : null
  }
  closeSheet(): void {
    if (this.cell) return void (this.aside -= 1)
    this.rows?.end()
    this.rows = null
  }
  openRow(): void {
    if (this.aside > 0) return
    this.cells = []
    this.place = 0
  }
  closeRow(repeated: number): void {
    if (this.aside > 0) return
    const times = this.cells.length === 0 ? 0 : Math.min(repeated, mostRepeated)
    for (let time = 1; time <= times; time += 1) this.rows?.add(this.line + time, this.cells)
    this.line += repeated
  }
  openCell(attributes: XmlAttributes): void {
    if (this.aside === 0) this.cell = { attributes, paragraphs: [] }
  }
  closeCell(): void {
    if (this.aside > 0 || !this.cell) return
    const repeated = Number(this.cell.attributes['number-columns-repeated'] ?? 1)
    const text = textOf(this.cell)
    const times = text === '' ? 0 : Math.min(repeated, mostColumns)
    for (let time = 0; time < times; time += 1) putCell(this.cells, this.place + time, text)
    this.place += repeated
    this.cell = null
  }
  openAside(): void {
    this.aside += 1
  }
  closeAside(): void {
    this.aside -= 1
  }
  paragraph(isOpen: boolean): void {
    if (this.aside > 0) return
    if (isOpen) this.cell?.paragraphs.push('')
    this.isParagraph = isOpen
  }
  text(text: string): void {
    if (this.aside > 0 || !this.isParagraph || !this.cell) return
    const last = this.cell.paragraphs.length - 1
    this.cell.paragraphs[last] += text
  }
}

function contentHandlers(
  request: WorkbookRequest,
  active: string | null,
  emit: (item: WorkbookItem) => void,
): XmlHandlers {
  const reading = new Reading(request, active, emit)
  const repeats: number[] = []
  return {
    open(name, attributes) {
      if (name === 'table') reading.openSheet(attributes)
      else if (name === 'table-row') {
        repeats.push(Number(attributes['number-rows-repeated'] ?? 1))
        reading.openRow()
      } else if (name === 'table-cell' || name === 'covered-table-cell') reading.openCell(attributes)
      else if (name === 'annotation' || name === 'frame') reading.openAside()
      else if (name === 'p') reading.paragraph(true)
      else if (name === 's') reading.text(' '.repeat(Math.min(Number(attributes['c'] ?? 1), 100)))
      else if (name === 'tab') reading.text('\t')
      else if (name === 'line-break') reading.text('\n')
    },
    text: (text) => reading.text(text),
    close(name) {
      if (name === 'table') reading.closeSheet()
      else if (name === 'table-row') reading.closeRow(repeats.pop() ?? 1)
      else if (name === 'table-cell' || name === 'covered-table-cell') reading.closeCell()
      else if (name === 'annotation' || name === 'frame') reading.closeAside()
      else if (name === 'p') reading.paragraph(false)
    },
  }
}

/** What is shown of a number may be rounded: its value is not. */
function textOf({ attributes, paragraphs }: Cell): string {
  const { 'value-type': type, value, 'date-value': date } = attributes
  if (type === 'float' && value !== undefined) return value
  if (type === 'date' && date !== undefined) return date.replace('T', ' ')
  return paragraphs.join('\n')
}
