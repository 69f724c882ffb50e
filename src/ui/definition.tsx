import type { ComponentChildren } from 'preact'
import type { Language } from '../core/language.ts'
import { uiTexts } from './texts.ts'

type FigureProps = {
  language: Language
  /** Written already, with its spaces: `17 091`. */
  value: string
  /** What is counted, in words that follow the number: `commerces diagnostiqués`. */
  label: string
  /** How it is counted, in full. */
  definition: string
  /** A second line, such as a comparison. */
  children?: ComponentChildren
}

/** A big figure that carries its own definition. Goes into a `FigureRow`. */
export function Figure({ language, value, label, definition, children }: FigureProps) {
  return (
    <div class="figure">
      <p class="figure-value">
        <b>{value}</b> {label}
      </p>
      {children}
      <details>
        <summary>
          {uiTexts[language].definition.how}
          <span class="unseen"> {label}</span>
        </summary>
        <p>{definition}</p>
      </details>
    </div>
  )
}

/** Figures side by side as room allows. */
export function FigureRow({ children }: { children: ComponentChildren }) {
  return <div class="figure-row">{children}</div>
}

/** Facts of one thing: term and value, in a list. */
export function Facts({ facts }: { facts: readonly { term: string; value: ComponentChildren }[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
