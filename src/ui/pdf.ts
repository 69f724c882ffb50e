/** Documents to keep: tagged PDF (ISO 32000-1 §14.8) with a title, a language, headings, bookmarks and real tables. */
import { unreachable } from '../core/never.ts'
import { openPdf, type PdfAbout } from './pdf-file.ts'
import { draw, ensureRoom, group, heightOf, ink, margin, ornament, softInk } from './pdf-pen.ts'
import { textWidth, write, writeLink, type Pen } from './pdf-pen.ts'
import { drawAwning, drawBars, type PdfBar } from './pdf-pictures.ts'
import { drawTable, type PdfTable } from './pdf-table.ts'

export type PdfBlock =
  | { kind: 'title'; words: string }
  | { kind: 'heading'; words: string }
  | { kind: 'subheading'; words: string }
  /** `label`: its first words, which stand out; `url`: where the words lead. */
  | { kind: 'paragraph'; words: string; label?: string; url?: string; isSoft?: boolean }
  | { kind: 'list'; items: readonly string[] }
  | ({ kind: 'table' } & PdfTable)
  | { kind: 'bars'; bars: readonly PdfBar[]; alt: string }

export type PdfContent = PdfAbout & {
  blocks: readonly PdfBlock[]
  /** At the foot of each page. */
  foot: { words: string; page: (number: number, total: number) => string }
}

/** Writes the whole document; the same content always gives the same words in the same order. */
export async function writePdf(content: PdfContent): Promise<Buffer> {
  const { language, title, author, madeAt, brand, blocks } = content
  const { pen, whole } = await openPdf(
    { language, title, author, madeAt, brand },
    { size: 'A4', margins: { top: margin, bottom: margin + 18, left: margin, right: margin } },
  )
  drawAwning(pen)
  for (const block of blocks) drawBlock(pen, block)
  pen.root.end()
  drawFeet(pen, content.foot)
  pen.pdf.end()
  return whole
}

function drawBlock(pen: Pen, block: PdfBlock): void {
  switch (block.kind) {
    case 'title':
      return drawHeading(pen, 'H1', block.words)
    case 'heading':
      return drawHeading(pen, 'H2', block.words)
    case 'subheading':
      return drawHeading(pen, 'H3', block.words)
    case 'paragraph':
      return drawParagraph(pen, block)
    case 'list':
      return drawList(pen, block.items)
    case 'table':
      return drawTable(pen, block)
    case 'bars':
      return drawBars(pen, block.bars, block.alt)
    default:
      return unreachable(block)
  }
}

const headings = {
  H1: { size: 22, before: 0, after: 4, room: 60 },
  H2: { size: 15, before: 16, after: 4, room: 80 },
  H3: { size: 12, before: 10, after: 2, room: 90 },
} as const

/** Never alone at the foot of a page; what is not the title is a bookmark too. */
function drawHeading(pen: Pen, level: keyof typeof headings, words: string): void {
  const { pdf, deep } = pen
  const { size, before, after, room } = headings[level]
  pdf.y += before
  ensureRoom(pen, room)
  if (level !== 'H1') bookmark(pen, level, words)
  const colour = level === 'H3' ? ink : deep
  draw(pen, pen.root, { type: level }, () => write(pen, words, { face: 'bold', size, colour }))
  pdf.y += after
}

function bookmark({ pdf, bookmarks }: Pen, level: 'H2' | 'H3', words: string): void {
  if (level === 'H2' || !bookmarks.chapter) bookmarks.chapter = pdf.outline.addItem(words, { expanded: true })
  else bookmarks.chapter.addItem(words)
}

type Paragraph = PdfBlock & { kind: 'paragraph' }

function drawParagraph(pen: Pen, { label, words, url, isSoft = false }: Paragraph): void {
  const { pdf, root } = pen
  const colour = isSoft ? softInk : ink
  ensureRoom(pen, heightOf(pen, `${label ?? ''} ${words}`, {}))
  group(pen, root, { type: 'P' }, (paragraph) => {
    if (label !== undefined)
      paragraph.add(() => write(pen, `${label} `, { face: 'bold', colour, goesOn: true }))
    if (url === undefined) paragraph.add(() => write(pen, words, { colour }))
    else writeLink(pen, paragraph, { words, url })
  })
  pdf.y += 4
}

const bullet = '•'
const indent = 14

function drawList(pen: Pen, items: readonly string[]): void {
  const { pdf, root } = pen
  const style = { width: textWidth(pdf) - indent }
  group(pen, root, { type: 'L' }, (list) => {
    for (const words of items) {
      ensureRoom(pen, heightOf(pen, words, style))
      const { y } = pdf
      group(pen, list, { type: 'LI' }, (item) => {
        draw(pen, item, { type: 'Lbl' }, () => write(pen, bullet, style, { x: margin, y }))
        draw(pen, item, { type: 'LBody' }, () => write(pen, words, style, { x: margin + indent, y }))
      })
      pdf.y += 2
    }
  })
  pdf.x = margin
}

/** On each page, in its lower margin: where it comes from, and which of how many it is. */
function drawFeet(pen: Pen, { words, page }: PdfContent['foot']): void {
  const { pdf } = pen
  const { start, count } = pdf.bufferedPageRange()
  const width = textWidth(pdf)
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index)
    // Else writing below the lower margin would begin a new page.
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - margin + 6
    const style = { size: 8.5, colour: softInk }
    ornament(pen, () => {
      write(pen, words, { ...style, width: width * 0.84 }, { x: margin, y })
      const at = { x: margin + width * 0.84, y }
      write(pen, page(index - start + 1, count), { ...style, width: width * 0.16, isRight: true }, at)
    })
  }
}
