import type { ComponentChildren } from 'preact'
import type { Language } from '../core/language.ts'
import { formatEuros, formatMinutes } from './format.ts'
import { uiTexts } from './texts.ts'

export type SlateLine = {
  /** The action, verb first. */
  what: string
  href?: string | undefined
  minutes: number
  /** The minutes come back every week. */
  weekly?: boolean
  euroCents: number
  /** The price comes back every month. */
  monthly?: boolean
  /** The sentence that says which answer caused it. */
  because?: string | undefined
  /** Proven on that day, already written; null: still to do. */
  provenOn: string | null
  /** First step, links to trainings: under the line. */
  children?: ComponentChildren
}

type SlateProps = { language: Language; title: string; lines: readonly SlateLine[]; foot?: ComponentChildren }

/** The plan: what, how long, how much. A line is crossed out when it is proven, and says so in words. */
export function Slate({ language, title, lines, foot }: SlateProps) {
  return (
    <section class="slate" aria-labelledby="slate-title">
      <h2 id="slate-title">{title}</h2>
      <ol>
        {lines.map((line) => (
          <li key={line.what} class={line.provenOn === null ? undefined : 'proven'}>
            <SlateWords language={language} line={line} />
          </li>
        ))}
      </ol>
      {foot !== undefined && <div class="slate-foot">{foot}</div>}
    </section>
  )
}

function SlateWords({ language, line }: { language: Language; line: SlateLine }) {
  const words = uiTexts[language].slate
  const what = line.provenOn === null ? line.what : <s>{line.what}</s>
  return (
    <>
      <h3>{line.href === undefined ? what : <a href={line.href}>{what}</a>}</h3>
      <p class="slate-cost">
        <span>{timeWords(language, line)}</span>
        <span>{priceWords(language, line)}</span>
        {line.provenOn !== null && <span class="slate-done">{words.provenOn(line.provenOn)}</span>}
      </p>
      {line.because !== undefined && line.provenOn === null && <p class="slate-because">{line.because}</p>}
      {line.children}
    </>
  )
}

function timeWords(language: Language, { minutes, weekly = false }: SlateLine): string {
  const time = formatMinutes(minutes, language)
  return weekly ? uiTexts[language].slate.perWeek(time) : time
}

function priceWords(language: Language, { euroCents, monthly = false }: SlateLine): string {
  const words = uiTexts[language].slate
  if (euroCents === 0) return words.forFree
  const price = formatEuros(euroCents, language)
  return monthly ? words.perMonth(price) : price
}
