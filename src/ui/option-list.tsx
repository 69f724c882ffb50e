import type { Language } from '../core/language.ts'
import { uiTexts } from './texts.ts'

export type Option = { value: string; label: string; hint?: string | undefined }

type OptionListProps = {
  language: Language
  /** The field's name; each option is a submit button that carries its value: one tap answers. */
  name: string
  /** Id of the heading that asks the question. */
  labelledBy: string
  options: readonly Option[]
  /** The answer given before, marked in words and by its lit window. */
  current?: string | undefined
}

/** Big buttons inside a form of the caller's. Each is a small window; the chosen one is lit. */
export function OptionList({ language, name, labelledBy, options, current }: OptionListProps) {
  return (
    <ul class="option-list" aria-labelledby={labelledBy}>
      {options.map((option) => (
        <li key={option.value}>
          <button type="submit" class="option" name={name} value={option.value}>
            <span class={option.value === current ? 'pane lit' : 'pane'} aria-hidden="true" />
            <span class="option-words">
              {option.label}
              {option.hint !== undefined && <span class="hint">{option.hint}</span>}
            </span>
            {option.value === current && <span class="tag done">{uiTexts[language].options.current}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
