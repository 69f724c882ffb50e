import { draw, ensureRoom, ink, margin, ornament, softInk, textWidth, write, type Pen } from './pdf-pen.ts'

/** A labelled bar from 0 to 100: full up to `low`, striped up to `high`; null: too little is known. */
export type PdfBar = { label: string; value: string; range: { low: number; high: number } | null }

const rowHeight = 40
const barHeight = 13

/** The bars, each with its label; `alt` says the same in words. */
export function drawBars(pen: Pen, bars: readonly PdfBar[], alt: string): void {
  const { pdf, root } = pen
  const height = bars.length * rowHeight
  ensureRoom(pen, height)
  const top = pdf.y
  const bbox: [number, number, number, number] = [margin, top, margin + textWidth(pdf), top + height]
  draw(pen, root, { type: 'Figure', alt, bbox }, () => {
    for (const [row, bar] of bars.entries()) drawBar(pen, bar, top + row * rowHeight)
  })
  pdf.x = margin
  pdf.y = top + height
}

function drawBar(pen: Pen, { label, value, range }: PdfBar, y: number): void {
  const { pdf, deep } = pen
  const width = textWidth(pdf)
  write(pen, label, { face: 'bold', width: width * 0.6 }, { x: margin, y })
  write(pen, value, { width: width * 0.4, isRight: true }, { x: margin + width * 0.6, y })
  const top = y + 17
  pdf.save()
  if (range === null) {
    pdf.dash(3, { space: 2 }).lineWidth(1).rect(margin, top, width, barHeight).stroke(softInk)
  } else {
    drawStripes(pen, top, (width * range.high) / 100)
    pdf.rect(margin, top, (width * range.low) / 100, barHeight).fill(deep)
    pdf.lineWidth(1).rect(margin, top, width, barHeight).stroke(ink)
  }
  pdf.restore()
}

function drawStripes({ pdf, deep }: Pen, top: number, width: number): void {
  pdf.save().rect(margin, top, width, barHeight).clip().lineWidth(1.6)
  for (let x = -barHeight; x < width; x += 5) {
    pdf.moveTo(margin + x, top + barHeight).lineTo(margin + x + barHeight, top)
  }
  pdf.stroke(deep).restore()
}

type Awning = { x: number; y: number; width: number; stripe: number }

/** The programme's flag across the top of the first page, or where it is told: stripes with a scalloped edge. */
export function drawAwning(pen: Pen, awning?: Awning): void {
  const { pdf, deep, bright } = pen
  const { x: left, y: top, width, stripe } = awning ?? { x: 0, y: 0, width: pdf.page.width, stripe: 18 }
  const bar = stripe * 0.45
  ornament(pen, () => {
    pdf.rect(left, top, width, bar).fill(deep)
    for (let i = 0; i * stripe < width; i += 1) {
      const x = left + i * stripe
      pdf.path(
        `M ${x} ${top + bar} h ${stripe} v ${stripe * 0.67} a ${stripe / 2} ${stripe / 2} 0 0 1 ${-stripe} 0 Z`,
      )
      pdf.fillAndStroke(i % 2 === 0 ? bright : '#ffffff', bright)
    }
  })
}
