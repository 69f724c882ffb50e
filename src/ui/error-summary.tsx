import type { Language } from '../core/language.ts'
import { uiTexts } from './texts.ts'

export type SummaryError = { field: string; message: string }

/** At the top of a refused form: says what to correct, links to each field, takes the focus. */
export function ErrorSummary({ language, errors }: { language: Language; errors: readonly SummaryError[] }) {
  if (errors.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person must learn at once that nothing was saved
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{uiTexts[language].errorSummary.title(errors.length)}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
