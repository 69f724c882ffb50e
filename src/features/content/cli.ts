import { ContentError } from '../../core/content.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { acceptReview } from './accept-review.ts'
import { reviewProgramme, type Review } from './review-programme.ts'
import { texts } from './texts.ts'
import { titlesIn } from './titles.ts'

export type CheckContent = { args: readonly string[]; folder: string; now: Date; say: (line: string) => void }

export const checkContentUsage = {
  name: 'check-content',
  usage: '[FOLDER] [--accept] [--language fr]',
  summary: 'say what to mend in a programme, and what a change does',
}

/**
 * `pignon check-content`: needs no database. `--accept` keeps the results of the invented shops and the ids as
 * they are now.
 * @returns the exit code: 0 when there is nothing to mend and nothing has changed
 */
export async function checkContent({ args, folder, now, say }: CheckContent): Promise<number> {
  const language = languageOf(args)
  const at = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--language') ?? folder
  const today = now.toISOString().slice(0, 10)
  try {
    const review = await reviewProgramme(at, today)
    const isAccepting = args.includes('--accept')
    if (isAccepting) say(texts[language].accepted(await acceptReview(at, review)))
    return tell(isAccepting ? await reviewProgramme(at, today) : review, language, say)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    say(error.message)
    return 1
  }
}

function languageOf(args: readonly string[]): Language {
  const asked = args[args.indexOf('--language') + 1]
  return args.includes('--language') && isLanguage(asked) ? asked : 'en'
}

function tell(review: Review, language: Language, say: CheckContent['say']): number {
  const { programme, findings, differences } = review
  const words = texts[language]
  for (const { file, line, column, complaint } of findings)
    say(`${file}:${line}:${column} ${words.complain(complaint)}`)
  if (differences.length > 0) say(words.differences)
  for (const line of differencesIn(review, language)) say(`  ${line}`)
  if (findings.length + differences.length === 0) {
    say(words.good(programme.version))
    return 0
  }
  say(words.found(findings.length, differences.length))
  if (differences.length > 0) say(words.howToAccept)
  return 1
}

function differencesIn({ programme, personas, differences }: Review, language: Language): string[] {
  const names = new Map(personas.map(({ id, name }) => [id, name[language]]))
  const { axes, actions } = titlesIn([programme], language)
  return differences.map(
    (one) => `${names.get(one.persona) ?? one.persona}: ${texts[language].differ(one, axes, actions)}`,
  )
}
