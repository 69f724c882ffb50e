import type { Command, CommandContext } from '../../core/command.ts'
import { formatNumber } from '../../ui/format.ts'
import type { Programme } from '../programmes/programme.ts'
import { replayResults } from './replay-results.ts'
import { replayTexts } from './replay.texts.ts'
import { openReleases } from './store.ts'

export const commands: Command<Programme>[] = [
  {
    name: 'replay',
    usage: '[--lang fr|en]',
    summary: 'read every kept result again from its answers, and say which differ',
    run: runReplay,
  },
]

/** 1 when a result comes out otherwise, or when answers of the past have no name today. */
async function runReplay(args: string[], { services, programme, say }: CommandContext<Programme>) {
  const language = args[args.indexOf('--lang') + 1] === 'en' && args.includes('--lang') ? 'en' : 'fr'
  const words = replayTexts[language]
  const outcome = await replayResults(services.db, openReleases(programme))
  const { same, different, differentIds, otherEngine, forgotten } = outcome
  say(words.same(formatNumber(same, language)))
  if (otherEngine > 0) say(words.otherEngine(formatNumber(otherEngine, language)))
  if (different > 0) say(words.different(formatNumber(different, language), differentIds.join(', ')))
  if (forgotten.length > 0) say(words.forgotten(forgotten.join(', ')))
  return different + forgotten.length === 0 ? 0 : 1
}
