import type { Language } from '../core/language.ts'
import { formatNumber } from './format.ts'
import { Table } from './table.tsx'
import { uiTexts } from './texts.ts'

/** From 0 to 100: `low` is sure, up to `high` depends on what was not answered. Null: too few answers. */
export type AxisRange = { low: number; high: number } | null

export type AxisBar = {
  label: string
  range: AxisRange
  /** Questions answered, and asked, on this axis. */
  known: number
  asked: number
  /** What it comes from, in a sentence. */
  sentence?: string | undefined
  /** Where the middle half of the others stand, if that is known. */
  others?: { low: number; high: number } | undefined
}

type AxisPictureProps = { language: Language; caption: string; axes: readonly AxisBar[] }

/** The five axes: each a labelled bar with its sentence; below, the same as a table. */
export function AxisPicture({ language, caption, axes }: AxisPictureProps) {
  const words = uiTexts[language].axes
  return (
    <figure class="axes">
      <Stripes />
      <ul>
        {axes.map((axis) => (
          <li key={axis.label}>
            <p class="axis-words">
              <b>{axis.label}</b> <span>{rangeWords(language, axis.range)}</span>
            </p>
            <Bar range={axis.range} />
            {axis.others && <Others {...axis.others} />}
            {axis.sentence !== undefined && <p class="axis-sentence">{axis.sentence}</p>}
          </li>
        ))}
      </ul>
      <figcaption>
        {words.legend} {axes.some(({ others }) => others) && words.legendOthers}
      </figcaption>
      <details>
        <summary>{words.table}</summary>
        <Table {...axisTable({ language, caption, axes })} />
      </details>
    </figure>
  )
}

/** `35 sur 100`, `Entre 35 et 65 sur 100`, or that too little is known. */
export function rangeWords(language: Language, range: AxisRange): string {
  const words = uiTexts[language].axes
  if (range === null) return words.unknown
  const low = formatNumber(range.low, language)
  if (range.low === range.high) return words.exactly(low)
  return words.between(low, formatNumber(range.high, language))
}

/** The sure part lit, the possible one in stripes; its words stand beside it. */
export function Bar({ range }: { range: AxisRange }) {
  return (
    <svg
      class={range === null ? 'axis-bar unknown' : 'axis-bar'}
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {range !== null && (
        <>
          <rect class="possible" width={`${range.high}%`} height="20" fill="url(#axis-stripes)" />
          <rect class="sure" width={`${range.low}%`} height="20" />
          <rect width="100%" height="20" fill="url(#axis-mullions)" />
        </>
      )}
    </svg>
  )
}

/** A clamp under the bar: from where to where the middle half of the others stand. */
function Others({ low, high }: { low: number; high: number }) {
  return (
    <svg class="axis-others" height="9" aria-hidden="true" focusable="false">
      <rect x={`${low}%`} width={`${high - low}%`} y="3" height="3" />
      <rect x={`${low}%`} width="2" height="9" />
      <rect class="end" x={`${high}%`} width="2" height="9" />
    </svg>
  )
}

/** The patterns that bars are painted with: once a figure. */
export function Stripes() {
  return (
    <svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false">
      <pattern
        id="axis-stripes"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="stripe" width="3" height="7" />
      </pattern>
      <pattern id="axis-mullions" width="0.1" height="1">
        <rect class="mullion" x="-1" width="2" height="20" />
      </pattern>
    </svg>
  )
}

type AxisTableWords = {
  caption: string
  columns: { heading: string; numeric?: boolean }[]
  rows: string[][]
}

/** The bars as a table. */
export function axisTable({ language, caption, axes }: AxisPictureProps): AxisTableWords {
  const words = uiTexts[language].axes
  const number = (value: number) => formatNumber(value, language)
  const columns = [
    { heading: words.axis },
    { heading: words.low, numeric: true },
    { heading: words.high, numeric: true },
    { heading: words.from, numeric: true },
    ...(axes.some(({ others }) => others) ? [{ heading: words.others, numeric: true }] : []),
  ]
  const rows = axes.map(({ label, range, known, asked, others }) => [
    label,
    range === null ? words.unknown : number(range.low),
    range === null ? words.unknown : number(range.high),
    words.fromValue(number(known), number(asked)),
    ...(columns.length > 4
      ? [others ? words.half(number(others.low), number(others.high)) : words.unknown]
      : []),
  ])
  return { caption, columns, rows }
}
