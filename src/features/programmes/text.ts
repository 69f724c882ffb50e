import type { Language } from '../../core/language.ts'

/** Words for people, in every language. Where a programme speaks one language only, all entries hold it. */
export type Text = Readonly<Record<Language, string>>

const NO_BREAK = '\u00a0'
const THIN_NO_BREAK = '\u202f'

/**
 * Sets words as a printer would, so that authors may type plain spaces and straight apostrophes: in French,
 * no line breaks before a question mark, a colon, a unit, or inside guillemets and big numbers.
 */
export function typeset(words: string, language: Language): string {
  const curly = words.trim().replace(/(\p{L})'(\p{L})/gu, `$1\u2019$2`)
  if (language !== 'fr') return curly.replace(/(\d) %/g, '$1%')
  return curly
    .replace(/ ([?!;])/g, `${THIN_NO_BREAK}$1`)
    .replace(/ ([:»%€])/g, `${NO_BREAK}$1`)
    .replace(/(\u00ab) /g, `$1${NO_BREAK}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${THIN_NO_BREAK}`)
}
