/** What documents and mails say of a plan, in words without markup. */
import type { Language } from '../../core/language.ts'
import { formatEuros, formatMinutes } from '../../ui/format.ts'
import type { Action } from '../programmes/action.ts'
import { findAction, type Programme } from '../programmes/programme.ts'
import type { KeptPlan } from './plan.ts'
import { texts } from './texts.ts'

/** What an action takes: to set up, each week, at once and each month; what is nothing is left out. */
export function costSentences(action: Action, language: Language): string[] {
  const words = texts[language].plan
  const minutes = (count: number) => formatMinutes(count, language)
  const euros = (amount: number) => formatEuros(Math.round(100 * amount), language)
  return [
    action.setupMinutes > 0 ? words.toSetUp(minutes(action.setupMinutes)) : '',
    action.weeklyMinutes > 0 ? words.weekly(minutes(action.weeklyMinutes)) : '',
    action.eurosOnce > 0 ? words.atOnce(euros(action.eurosOnce)) : '',
    action.eurosPerMonth > 0 ? words.perMonth(euros(action.eurosPerMonth)) : '',
  ].filter((sentence) => sentence !== '')
}

/** The same in one line, where "free of charge" is said too. */
export function costWords(action: Action, language: Language): string {
  const isFree = action.eurosOnce === 0 && action.eurosPerMonth === 0
  return [...costSentences(action, language), ...(isFree ? [texts[language].paper.free] : [])].join(' ')
}

/** A plan in a few lines: what to do, what it takes and where to begin. */
export function planSummary(
  programme: Programme,
  plan: Pick<KeptPlan, 'lines'>,
  language: Language,
): string[] {
  const words = texts[language]
  const actions = plan.lines.flatMap(({ action }) => findAction(programme, action) ?? [])
  return actions.map((action, index) =>
    words.mail.action(index + 1, action.title[language], [
      costWords(action, language),
      `${words.plan.firstStep} ${action.firstStep[language]}`,
    ]),
  )
}
