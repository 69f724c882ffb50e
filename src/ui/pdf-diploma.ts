/** A sheet to hang on the wall of a shop: what was learnt on the left, a shop front that proves it on the right. */
import { openPdf, type PdfAbout } from './pdf-file.ts'
import { draw, group, heightOf, ink, ornament, softInk, write, writeLink } from './pdf-pen.ts'
import type { Face, Pen, Style } from './pdf-pen.ts'
import { drawAwning } from './pdf-pictures.ts'
import { drawQr, qrOf, type Qr } from './pdf-qr.ts'

export type DiplomaContent = PdfAbout & {
  /** Who gives it, above the title. */
  giver: string
  /** The sentence that holds the name and what was learnt, in the order in which it is read. */
  before: string
  name: string
  between: string
  learnt: string
  facts: readonly { term: string; value: string }[]
  given: string
  /** What it is not. */
  small: string
  proof: { title: string; url: string; address: string; alt: string; codeLabel: string; code: string }
}

const edge = 56
/** Where the shop front stands. */
const shop = { x: 596, y: 168, width: 190 }
const column = shop.x - edge - 44

/** Writes the sheet: A4, lying. */
export async function writeDiploma(content: DiplomaContent): Promise<Buffer> {
  const { pen, whole } = await openPdf(content, {
    size: 'A4',
    layout: 'landscape',
    margins: { top: 0, bottom: 0, left: edge, right: edge },
  })
  const qr = await qrOf(content.proof.url)
  drawAwning(pen, { x: 0, y: 0, width: pen.pdf.page.width, stripe: pen.pdf.page.width / 28 })
  drawWords(pen, content)
  drawShop(pen, content.proof, qr)
  drawFoot(pen, content)
  pen.root.end()
  pen.pdf.end()
  return whole
}

type Line = Style & { tag?: string; gap: number }

/** One line under the other, from the title to the facts. */
function drawWords(pen: Pen, content: DiplomaContent): void {
  const { pdf, deep } = pen
  pdf.y = 74
  const say = (words: string, { tag = 'P', gap, ...style }: Line) => {
    const { y } = pdf
    const full = { width: column, ...style }
    draw(pen, pen.root, { type: tag }, () => write(pen, words, full, { x: edge, y }))
    pdf.y += gap
  }
  say(content.giver, { face: 'bold', size: 12, gap: 2 })
  say(content.title, { tag: 'H1', face: 'bold', size: 38, colour: deep, gap: 16 })
  say(content.before, { size: 13, colour: softInk, gap: 4 })
  say(printable(pen, 'names', content.name), { ...fitting(pen, content.name), gap: 12 })
  say(content.between, { size: 13, colour: softInk, gap: 4 })
  say(content.learnt, { face: 'bold', size: 21, colour: deep, gap: 18 })
  drawFacts(pen, content.facts)
}

/** As large as the name allows on two lines. */
function fitting(pen: Pen, name: string): Style & { face: Face; size: number } {
  const sizes = [32, 27, 23, 19]
  const fits = (size: number) =>
    heightOf(pen, name, { face: 'names', size, width: column }) < (size >= 27 ? size * 1.6 : size * 2.8)
  return { face: 'names', size: sizes.find(fits) ?? 16, colour: ink }
}

function drawFacts(pen: Pen, facts: DiplomaContent['facts']): void {
  const { pdf, root } = pen
  const termWidth = 96
  for (const { term, value } of facts) {
    const { y } = pdf
    const size = 12
    group(pen, root, { type: 'P' }, (paragraph) => {
      const words = { size, colour: softInk, width: termWidth }
      paragraph.add(() => write(pen, term, words, { x: edge, y }))
      const told = { size, face: 'bold', width: column - termWidth } as const
      paragraph.add(() => write(pen, value, told, { x: edge + termWidth, y }))
    })
    pdf.y += 3
  }
}

/** The proof is the window of a small shop: an awning, the squares behind the glass, the code on the sill. */
function drawShop(
  pen: Pen,
  { title, url, address, alt, codeLabel, code }: DiplomaContent['proof'],
  qr: Qr,
): void {
  const { pdf, root } = pen
  const { x, y, width } = shop
  const inner = width - 28
  ornament(pen, () => {
    pdf
      .lineWidth(1.5)
      .roundedRect(x, y, width, inner + 100, 6)
      .stroke(ink)
    pdf.roundedRect(x + 13, y + 45, inner + 2, inner + 2, 4).stroke(ink)
  })
  drawAwning(pen, { x: x - 8, y: y - 4, width: width + 16, stripe: (width + 16) / 11 })
  drawQr(pen, root, { qr, alt, x: x + 14, y: y + 46, width: inner })
  const line = { x: x + 14, width: inner }
  const label = { size: 8.5, colour: softInk, width: inner }
  const below = y + inner + 54
  draw(pen, root, { type: 'P' }, () => write(pen, codeLabel, label, { x: line.x, y: below }))
  const sill = { face: 'bold', size: 9.5, width: inner } as const
  draw(pen, root, { type: 'P' }, () => write(pen, code, sill, { x: line.x, y: below + 12 }))
  const under = y + inner + 112
  draw(pen, root, { type: 'P' }, () => write(pen, title, { size: 9.5, width }, { x, y: under }))
  const style = { size: 9.5, width }
  group(pen, root, { type: 'P' }, (paragraph) =>
    writeLink(pen, paragraph, { words: address, url }, { x, y: pdf.y, style }),
  )
}

function drawFoot(pen: Pen, { given, small }: DiplomaContent): void {
  const { pdf, root } = pen
  const y = pdf.page.height - 78
  draw(pen, root, { type: 'P' }, () =>
    write(pen, given, { face: 'bold', size: 12, width: column }, { x: edge, y }),
  )
  const style = { size: 9, colour: softInk, width: column }
  draw(pen, root, { type: 'P' }, () => write(pen, small, style, { x: edge, y: pdf.y + 4 }))
}

type Glyphs = { _font: { font: { hasGlyphForCodePoint: (sign: number) => boolean } } }

/** A letter that the face lacks is printed without its accent; what has no such letter, as a dash. */
function printable({ pdf }: Pen, face: Face, words: string): string {
  // The library draws an empty box for what it lacks, and has no public way to ask.
  const { font } = (pdf.font(face) as unknown as Glyphs)._font
  const isKnown = (sign: string) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
  return Array.from(words.normalize('NFC'), (sign) => {
    if (isKnown(sign)) return sign
    const [bare = '-'] = sign.normalize('NFD')
    return isKnown(bare) ? bare : '-'
  }).join('')
}
