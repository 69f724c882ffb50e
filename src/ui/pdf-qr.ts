import { group, ink, type Element, type Pen } from './pdf-pen.ts'

/** Squares, one a module; `quiet` of them stay white around it (ISO/IEC 18004 §6.3.8). */
const quiet = 4

export type Qr = { size: number; dark: (row: number, column: number) => boolean }

/** The squares that say these words; readable with a seventh of it spoilt (level M). */
export async function qrOf(words: string): Promise<Qr> {
  // Loaded only by who draws one.
  const { create } = await import('qrcode')
  const { size, data } = create(words, { errorCorrectionLevel: 'M' }).modules
  return { size, dark: (row, column) => data[row * size + column] === 1 }
}

/** Draws the squares as shapes, not as a picture: sharp at any size. `width` holds the white around it too. */
export function drawQr(
  pen: Pen,
  parent: Element,
  { qr, alt, x, y, width }: { qr: Qr; alt: string; x: number; y: number; width: number },
): void {
  const { pdf } = pen
  const unit = width / (qr.size + 2 * quiet)
  const bbox: [number, number, number, number] = [x, y, x + width, y + width]
  group(pen, parent, { type: 'Figure', alt, bbox }, (figure) => {
    figure.add(() => {
      for (let row = 0; row < qr.size; row += 1)
        for (const { from, to } of runsOf(qr, row))
          pdf.rect(x + (quiet + from) * unit, y + (quiet + row) * unit, (to - from) * unit, unit)
      pdf.fill(ink)
    })
  })
}

/** Dark squares beside each other are one shape: half as many to draw, and no hairline between them. */
function runsOf({ size, dark }: Qr, row: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let column = 0; column < size; column += 1) {
    const last = runs.at(-1)
    if (!dark(row, column)) continue
    if (last?.to === column) last.to += 1
    else runs.push({ from: column, to: column + 1 })
  }
  return runs
}
