import type { Language } from '../core/language.ts'
import { formatHex, legibleOn, parseOklch } from './contrast.ts'
import { faces, type Pen } from './pdf-pen.ts'

export type PdfAbout = {
  language: Language
  title: string
  author: string
  /** With the words all that the file depends on: the same always gives the same bytes. */
  madeAt: Date
  /** Colours as CSS `oklch(…)`. */
  brand: { deep: string; bright: string }
}

/** `whole` is there once `pen.pdf.end()` was called. */
export type OpenPdf = { pen: Pen; whole: Promise<Buffer> }

/** A new tagged PDF (ISO 32000-1 §14.8) with its title and its language, and a pen to draw on it. */
export async function openPdf(about: PdfAbout, layout: PDFKit.PDFDocumentOptions): Promise<OpenPdf> {
  const { language, title, author, madeAt } = about
  // Heavy to load, and most processes never write one.
  const { default: TaggedPdf } = await import('pdfkit')
  const pdf = new TaggedPdf({
    ...layout,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: author, CreationDate: madeAt },
  })
  return { whole: collect(pdf), pen: takePen(pdf, about) }
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}

/** Paper is white: a brand's colour is darkened until it can be read there. */
function takePen(pdf: PDFKit.PDFDocument, { brand }: PdfAbout): Pen {
  const white = parseOklch('oklch(100% 0 0)')
  const onPaper = (colour: string) => formatHex(legibleOn(white, parseOklch(colour), 4.5))
  for (const [name, file] of Object.entries(faces)) pdf.registerFont(name, file)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return { pdf, root, deep: onPaper(brand.deep), bright: onPaper(brand.bright), bookmarks: { chapter: null } }
}
