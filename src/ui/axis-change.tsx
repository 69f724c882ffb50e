import type { Language } from '../core/language.ts'
import { Bar, rangeWords, Stripes, type AxisRange } from './axis-picture.tsx'
import { Table } from './table.tsx'
import { uiTexts } from './texts.ts'

export type AxisMove = { label: string; before: AxisRange; after: AxisRange; sentence: string }

type AxisChangeProps = {
  language: Language
  caption: string
  /** What the two moments are called. */
  moments: { before: string; after: string }
  axes: readonly AxisMove[]
  /** False on a page where an AxisPicture has drawn the stripes already. */
  hasStripes?: boolean
}

/** The axes at two moments: two bars under each other where one moves, one where none does; then as a table. */
export function AxisChange({ language, caption, moments, axes, hasStripes = true }: AxisChangeProps) {
  const words = uiTexts[language].axes
  const columns = [{ heading: words.axis }, { heading: moments.before }, { heading: moments.after }]
  const rows = axes.map(({ label, before, after }) => [
    label,
    rangeWords(language, before),
    rangeWords(language, after),
  ])
  return (
    <figure class="axes">
      {hasStripes && <Stripes />}
      <ul>
        {axes.map((axis) => (
          <Move key={axis.label} {...{ language, moments, axis }} />
        ))}
      </ul>
      <figcaption>{words.legend}</figcaption>
      <details>
        <summary>{words.table}</summary>
        <Table caption={caption} columns={columns} rows={rows} />
      </details>
    </figure>
  )
}

type MoveProps = Pick<AxisChangeProps, 'language' | 'moments'> & { axis: AxisMove }

function Move({ language, moments, axis: { label, before, after, sentence } }: MoveProps) {
  const isStill = before?.low === after?.low && before?.high === after?.high
  return (
    <li>
      <p class="axis-words">
        <b>{label}</b> {isStill && <span>{rangeWords(language, before)}</span>}
      </p>
      {isStill ? (
        <Bar range={before} />
      ) : (
        <>
          <Moment {...{ language, name: moments.before, range: before }} />
          <Moment {...{ language, name: moments.after, range: after }} />
        </>
      )}
      <p class="axis-sentence">{sentence}</p>
    </li>
  )
}

function Moment({ language, name, range }: { language: Language; name: string; range: AxisRange }) {
  return (
    <div class="axis-moment">
      <p class="axis-words">
        <span>{name}</span> <span>{rangeWords(language, range)}</span>
      </p>
      <Bar range={range} />
    </div>
  )
}
