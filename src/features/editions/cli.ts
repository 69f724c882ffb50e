import { parseArgs } from 'node:util'
import type { Command } from '../../core/command.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { unreachable } from '../../core/never.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { makeEdition, type EditionOutcome } from './make-edition.ts'
import { texts } from './texts.ts'

export const commands: Command<Programme>[] = [
  {
    name: 'edition',
    usage: '[--lang fr|en]',
    summary: 'count the diagnostics into a frozen edition of the comparison',
    async run(args, { services: { db, clock }, programme, say }) {
      const language = languageOf(args)
      const words = texts[language].cli
      const startedAt = clock()
      const outcome = await makeEdition(db, clock, {
        programme,
        onStep: async (step) => say(words.steps[step]),
      })
      const seconds = (clock().getTime() - startedAt.getTime()) / 1000
      say(sentence(outcome, language, seconds))
      return outcome.kind === 'made' || outcome.kind === 'nothing-new' ? 0 : 1
    },
  },
]

function languageOf(args: string[]): Language {
  const { values } = parseArgs({ args, strict: false, options: { lang: { type: 'string' } } })
  return isLanguage(values.lang) ? values.lang : 'fr'
}

function sentence(outcome: EditionOutcome, language: Language, seconds: number): string {
  const words = texts[language].cli
  const say = (count: number) => formatNumber(count, language)
  switch (outcome.kind) {
    case 'made': {
      const { number, businesses } = outcome.edition
      return words.made(say(number), say(businesses), say(outcome.cells)) + words.seconds(seconds.toFixed(1))
    }
    case 'not-enough':
      return words.notEnough(say(outcome.businesses))
    case 'too-soon':
      return words.tooSoon(formatDate(outcome.until, programmeZone, language))
    case 'nothing-new':
      return words.nothingNew
    case 'at-work':
      return words.atWork
    default:
      return unreachable(outcome)
  }
}
