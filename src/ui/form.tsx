import type { FieldErrors, Typed } from '../core/form.ts'
import type { Language } from '../core/language.ts'
import { ErrorSummary } from './error-summary.tsx'

/** The catalogue of a feature: id of an error to its sentence. */
type ErrorWords = Readonly<Record<string, string>>

type SentForm = {
  language: Language
  words: ErrorWords
  typed?: Typed | undefined
  errors?: FieldErrors | undefined
}

/** What each field of a form that came back shows: what was typed in it, and what is wrong with it. */
export function fieldsOf({ language, words, typed = {}, errors = {} }: SentForm) {
  return (name: string) => ({ language, name, value: typed[name], error: sentenceOf(words, errors[name]) })
}

/** Everything that is wrong with a form, above it; nothing while nothing is. */
export function FormErrors({ language, words, errors = {} }: Omit<SentForm, 'typed'>) {
  const entries = Object.entries(errors).map(([field, id]) => ({ field, message: words[id] ?? id }))
  return <ErrorSummary language={language} errors={entries} />
}

function sentenceOf(words: ErrorWords, id: string | undefined): string | undefined {
  return id === undefined ? undefined : (words[id] ?? id)
}
