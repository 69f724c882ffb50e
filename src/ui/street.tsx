import type { Language } from '../core/language.ts'
import { formatNumber } from './format.ts'
import type { ShopShape } from './shop-shape.ts'
import { HouseSymbols, houseCount } from './street-houses.tsx'
import { doorAt, shadedShapes, ShopSymbols } from './street-shops.tsx'
import { Table } from './table.tsx'
import { uiTexts } from './texts.ts'

/** Dark: only in the register. Lit: diagnosed. Open: it acts. Shining: it sells. */
export type WindowState = 'dark' | 'lit' | 'open' | 'shining'

export type StreetWindow = { shape: ShopShape; state: WindowState }

type StreetProps = {
  language: Language
  /** One front a shop; a phone shows the first eight, a wide screen up to ten. */
  windows: readonly StreetWindow[]
  /** What the picture says, in words: its name for those who do not see it. */
  sentence: string
  /** The figures behind it, whole; `state` puts the window they mean beside them. */
  table: readonly { label: string; count: number; state?: WindowState }[]
}

/** The honest counters, drawn as a street: at most one on a page. */
export function Street({ language, windows, sentence, table }: StreetProps) {
  const words = uiTexts[language].street
  const columns = [{ heading: words.step }, { heading: words.businesses, numeric: true }]
  const rows = table.map(({ label, count, state }) => [
    <StepWords label={label} state={state} />,
    formatNumber(count, language),
  ])
  return (
    <figure class="street full">
      <svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false">
        <HouseSymbols />
        <ShopSymbols />
      </svg>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- one picture made of many svg elements */}
      <div class="street-row" role="img" aria-labelledby="street-sentence">
        {windows.map((window, index) => (
          <Front key={index} window={window} index={index} />
        ))}
      </div>
      <figcaption>
        <p id="street-sentence">{sentence}</p>
        <details>
          <summary>{words.table}</summary>
          <Table caption={words.caption} columns={columns} rows={rows} />
        </details>
      </figcaption>
    </figure>
  )
}

function StepWords({ label, state }: { label: string; state: WindowState | undefined }) {
  if (state === undefined) return <>{label}</>
  return (
    <span class="beside-pane">
      <span class={state === 'dark' ? 'pane' : `pane lit ${state}`} aria-hidden="true" />
      {label}
    </span>
  )
}

/** Houses, colours and sides vary by the place in the row: the same row is always drawn the same. */
function Front({ window: { shape, state }, index }: { window: StreetWindow; index: number }) {
  const mirrored = index % 3 === 1
  const house = (index * 7 + 1) % houseCount
  return (
    <svg
      class={`front ${state} wall-${(index * 3) % 5} paint-${(index * 2 + 1) % 5}`}
      viewBox="0 0 120 220"
      aria-hidden="true"
      focusable="false"
    >
      <use href="#rue-pavement" />
      <g transform={mirrored ? 'matrix(-1 0 0 1 120 0)' : undefined}>
        <use href={`#rue-h${house}`} />
        {state === 'shining' && <use href="#rue-shine" />}
        <use href={`#rue-${shape}`} />
        <use href={isOpen(state) ? '#rue-door-open' : '#rue-door'} x={doorAt[shape]} />
        {shadedShapes.includes(shape) && <use href="#rue-awning" />}
      </g>
    </svg>
  )
}

function isOpen(state: WindowState): boolean {
  return state === 'open' || state === 'shining'
}
