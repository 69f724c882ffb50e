import { formatEuros, formatMinutes, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'

import { questionTitle } from '../diagnostics/site-result.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { ActionId } from '../programmes/action.ts'
import type { Reason } from '../programmes/condition.ts'
import type { QuestionId } from '../programmes/option.ts'
import { findAction, type Programme } from '../programmes/programme.ts'
import { unreachable } from '../../core/never.ts'
import { plus } from './budget.ts'
import type { Cause, ExplainedPlan, Explanation } from './explain.ts'
import { averageWords, reasonWords, type Reasoning } from './site-slate.view.tsx'
import { texts } from './texts.ts'
import { planUrls } from './urls.ts'

type WhyNotProps = {
  page: PageContext
  programme: Programme
  token: string
  plan: ExplainedPlan
  explanations: readonly Explanation[]
  /** Those that may be tried in a what-if. */
  open: readonly ActionId[]
}

type Reasoned = Exclude<Cause['why'], 'in-plan'>

const groups: readonly Reasoned[] = [
  'less-useful',
  'same-answer',
  'over-minutes',
  'over-euros',
  'waits',
  'find-out-first',
  'unanswered',
  'done',
  'not-applicable',
]

/** Every action of the catalogue that is not in the plan, under the kind of its reason. */
export function WhyNotPage(props: WhyNotProps) {
  const { page, token, explanations } = props
  const words = texts[page.language]
  const planned = explanations.filter(({ why }) => why === 'in-plan').length
  const others = formatNumber(explanations.length - planned, page.language)
  return (
    <Page page={page} title={words.whyNot.title} bodyClass="result" isPrivate>
      <p>
        <a href={diagnosticUrls.result(token)}>{words.whatIf.back}</a>
      </p>
      <h1>{words.whyNot.title}</h1>
      <p>{words.whyNot.intro(planned, others)}</p>
      {groups.map((why) => (
        <Group key={why} {...props} why={why} />
      ))}
    </Page>
  )
}

function Group({ why, ...props }: WhyNotProps & { why: Reasoned }) {
  const found = props.explanations.filter((explanation) => explanation.why === why)
  if (found.length === 0) return null
  return (
    <section class="stack">
      <h2>{texts[props.page.language].whyNot.kinds[why]}</h2>
      <ul class="why-not">
        {found.map((explanation) => (
          <Passed key={explanation.action} {...props} explanation={explanation} />
        ))}
      </ul>
    </section>
  )
}

type PassedProps = WhyNotProps & { explanation: Explanation }

function Passed({ page, programme, token, plan, open, explanation }: PassedProps) {
  const words = texts[page.language].whyNot
  const title = titleOf(page, programme, explanation.action)
  return (
    <li>
      <h3>{title}</h3>
      <p>{causeWords({ page, programme, plan }, explanation)}</p>
      <Missing {...{ page, programme, token, explanation }} />
      {open.includes(explanation.action) && (
        <p>
          <a href={planUrls.whatIf(token, [explanation.action])}>
            {words.tryIt}
            <span class="unseen">{words.tryWhich(title)}</span>
          </a>
        </p>
      )}
    </li>
  )
}

/** The questions to answer, each with its way. */
function Missing({
  page,
  programme,
  token,
  explanation,
}: Omit<PassedProps, 'open' | 'explanations' | 'plan'>) {
  const questions: readonly QuestionId[] = 'questions' in explanation ? explanation.questions : []
  if (questions.length === 0) return null
  return (
    <p>
      {texts[page.language].whyNot.missing}{' '}
      {questions.map((id) => (
        <a key={id} href={diagnosticUrls.question(token, id, 'resultat')}>
          {questionTitle(page, programme, id)}
        </a>
      ))}
    </p>
  )
}

function titleOf({ language }: PageContext, programme: Programme, action: ActionId): string {
  return findAction(programme, action)?.title[language] ?? action
}

/** The reason in sentences: the answers, the budget or the line of the plan that it stands on. */
function causeWords(reasoning: Reasoning, cause: Cause): string {
  const { page, programme } = reasoning
  const words = texts[page.language].whyNot
  const title = (action: ActionId) => titleOf(page, programme, action)
  const answered = (because: readonly Reason[]) =>
    because.length > 0 ? words.answered(reasonWords(reasoning, because)) : ''
  switch (cause.why) {
    case 'in-plan':
    case 'done':
    case 'not-applicable':
      return answered(cause.because)
    case 'unanswered':
      return ''
    case 'find-out-first':
      return `${answered(cause.because)} ${cause.isPlanned ? words.planStarts : ''}`
    case 'waits':
      return [
        answered(cause.because),
        cause.helps.length > 0 ? words.helps(cause.helps.map(title)) : '',
      ].join(' ')
    case 'over-minutes':
      return overMinutes(page, cause)
    case 'over-euros':
      return overEuros(page, cause)
    case 'same-answer':
      return words.sameAnswer(title(cause.line), questionTitle(page, programme, cause.question))
    case 'less-useful':
      return `${answered(cause.because)} ${(cause.merit ? words.merit[cause.merit] : words.tie)(title(cause.than))}`
    default:
      return unreachable(cause)
  }
}

type Over = Extract<Cause, { isAlone: boolean }>

function overMinutes(page: PageContext, { cost, spent, budget, isAlone }: Over): string {
  const { whyNot, plan } = texts[page.language]
  const [own] = averageWords(page, cost)
  const [all] = averageWords(page, plus(cost, spent))
  const limit = formatMinutes(budget.minutesPerWeek, page.language)
  const said = budget.declared.minutes ? whyNot.saidMinutes(limit) : plan.assumedMinutes(limit)
  return `${isAlone ? whyNot.aloneMinutes(own) : whyNot.withPlanMinutes(own, all)} ${said}`
}

function overEuros(page: PageContext, { cost, spent, budget, isAlone }: Over): string {
  const { whyNot, plan } = texts[page.language]
  const [, own] = averageWords(page, cost)
  const [, all] = averageWords(page, plus(cost, spent))
  const limit = formatEuros(Math.round(100 * budget.eurosPerMonth), page.language)
  const said = budget.declared.euros ? whyNot.saidEuros(limit) : plan.assumedEuros(limit)
  return `${isAlone ? whyNot.aloneEuros(own) : whyNot.withPlanEuros(own, all)} ${said}`
}
