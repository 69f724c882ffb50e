/** What draws on a tagged PDF: the file, its structure, its colours; and the marks that all drawings share. */
import regularFile from './fonts/bricolage-grotesque-400.ttf?inline'
import boldFile from './fonts/bricolage-grotesque-700.ttf?inline'
import namesFile from './fonts/bricolage-grotesque-names-700.ttf?inline'

export type Element = PDFKit.PDFStructureElement
/** `root`: the document's structure, to which each drawing adds itself in reading order. */
export type Pen = {
  pdf: PDFKit.PDFDocument
  root: Element
  deep: string
  bright: string
  /** The heading under which the next smaller ones go. */
  bookmarks: { chapter: PDFKit.PDFOutline | null }
}

export const ink = '#241d15'
export const softInk = '#5d544a'
export const hairline = '#c9bfb0'
export const margin = 54
export const textSize = 10.5
const lineGap = 2

/**
 * Bricolage Grotesque at the two weights that documents use: embedded, so that every accent prints. `names` is bold
 * with the letters of all Europe and of Vietnam.
 */
export const faces = {
  regular: bytesOf(regularFile),
  bold: bytesOf(boldFile),
  names: bytesOf(namesFile),
} as const
export type Face = keyof typeof faces

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}

export type Tag = {
  type: string
  /** What a picture shows, for who does not see it. */
  alt?: string
  /** Where a picture is on its page: left, top, right, bottom. */
  bbox?: [number, number, number, number]
  /** What a heading cell heads. */
  scope?: 'Column' | 'Row'
}

/** Adds an element to the structure and fills it with others. */
export function group({ pdf }: Pen, parent: Element, tag: Tag, fill: (element: Element) => void): void {
  const { type, ...attributes } = tag
  const element = pdf.struct(type, attributes)
  parent.add(element)
  fill(element)
  element.end()
}

/** Adds an element to the structure and draws what it stands for. */
export function draw(pen: Pen, parent: Element, tag: Tag, drawing: () => void): void {
  group(pen, parent, tag, (element) => element.add(drawing))
}

/** Lines, bands and page numbers: seen, and not read out. */
export function ornament({ pdf }: Pen, drawing: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf.save()
  drawing()
  pdf.restore()
  pdf.endMarkedContent()
}

export type Style = {
  face?: Face
  size?: number
  colour?: string
  width?: number
  isRight?: boolean
  isUnderlined?: boolean
  /** The next words follow on the same line. */
  goesOn?: boolean
}

/** Writes words at a place, or where the last ones ended; they wrap within `width`. */
export function write({ pdf }: Pen, words: string, style: Style, at?: { x: number; y: number }): void {
  setStyle(pdf, style)
  const { width = textWidth(pdf), isRight = false, isUnderlined = false, goesOn = false } = style
  const align = isRight ? 'right' : 'left'
  const options = { width, lineGap, align, underline: isUnderlined, continued: goesOn } as const
  if (at) pdf.text(words, at.x, at.y, options)
  else pdf.text(words, options)
}

/** How high these words would be. */
export function heightOf({ pdf }: Pen, words: string, style: Style): number {
  setStyle(pdf, style)
  return pdf.heightOfString(words, { width: style.width ?? textWidth(pdf), lineGap })
}

function setStyle(pdf: PDFKit.PDFDocument, { face = 'regular', size = textSize, colour = ink }: Style): void {
  pdf.font(face).fontSize(size).fillColor(colour)
}

export function textWidth(pdf: PDFKit.PDFDocument): number {
  return pdf.page.width - 2 * margin
}

/** Goes on to a new page unless this much height is left on this one. */
export function ensureRoom({ pdf }: Pen, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}

/** Words that lead to an address: the whole line, so that a thumb finds it. */
export function writeLink(
  pen: Pen,
  parent: Element,
  { words, url }: { words: string; url: string },
  at?: { x: number; y: number; style: Style },
): void {
  const { pdf, deep } = pen
  const style = { ...at?.style, colour: deep, isUnderlined: true }
  group(pen, parent, { type: 'Link', alt: words }, (link) => {
    link.add(() => {
      const { x, y } = at ?? { x: margin, y: pdf.y }
      write(pen, words, style, at)
      // A bare string would be written as a name of PDF, not as text.
      const options = { structParent: link, Contents: Object(words) as string }
      pdf.link(x, y, style.width ?? textWidth(pdf), pdf.y - y, url, options)
    })
  })
}
