import type { ComponentChildren } from 'preact'
import { formatDate, formatEuros, formatMinutes } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Slate, type SlateLine } from '../../ui/slate.tsx'
import { saidReasons } from '../diagnostics/said-reasons.ts'
import { answerWords, questionTitle } from '../diagnostics/site-result.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Action } from '../programmes/action.ts'
import type { Reason } from '../programmes/condition.ts'
import { findAction, findTraining, type Programme, programmeZone } from '../programmes/programme.ts'
import { costOf, free, MONTHS, plus, WEEKS, type Cost } from './budget.ts'
import type { KeptPlan, PlanLine, WhyNot } from './plan.ts'
import { costSentences } from './tell-plan.ts'
import type { Proof } from './proof.ts'
import { texts } from './texts.ts'
import { planUrls } from './urls.ts'

export type PlanProps = { page: PageContext; programme: Programme; plan: KeptPlan; token: string }

/** `proofs`: what the owner said is done. */
type SlateProps = PlanProps & { proofs?: readonly Proof[] }

/** The plan as its owner reads it: what, how long, how much, and because of which answer. */
export function PlanSlate({ page, programme, plan, token, proofs = [] }: SlateProps) {
  const words = texts[page.language].plan
  const lines = plan.lines.flatMap((line) => {
    const action = findAction(programme, line.action)
    return action ? slateLine({ page, programme, plan, token, proofs, line, action }) : []
  })
  return (
    <Slate
      language={page.language}
      title={words.titles[lines.length] ?? ''}
      lines={lines}
      foot={<SlateFoot {...{ page, programme, plan, token }} />}
    />
  )
}

type LineProps = Required<SlateProps> & { line: PlanLine; action: Action }

function slateLine(props: LineProps): SlateLine {
  const { line, action, proofs } = props
  const { language } = props.page
  const proof = proofs.find((proof) => proof.action === line.action)
  return {
    what: action.title[language],
    minutes: action.setupMinutes > 0 ? action.setupMinutes : action.weeklyMinutes,
    weekly: action.setupMinutes === 0 && action.weeklyMinutes > 0,
    euroCents: Math.round(100 * (action.eurosOnce > 0 ? action.eurosOnce : action.eurosPerMonth)),
    monthly: action.eurosOnce === 0,
    because: becauseWords(props, line.because),
    provenOn: proof ? formatDate(proof.declaredAt, programmeZone, language) : null,
    children: <LineDetails {...props} />,
  }
}

function LineDetails({ page, programme, token, line, action, proofs }: LineProps) {
  const { language } = page
  const words = texts[language].plan
  return (
    <div class="plan-line">
      <Costs page={page} action={action} />
      {line.kind === 'find-out' && <p>{words.findOut}</p>}
      <Detail title={words.firstStep}>{action.firstStep[language]}</Detail>
      <Trainings {...{ page, programme, token, action }} />
      <Detail title={words.evidence}>{words.grade[action.evidence.grade]}</Detail>
      <p>
        <a href={planUrls.done(token, action.id)}>
          {proofs.some((proof) => proof.action === action.id)
            ? texts[language].done.see
            : texts[language].done.link}
          <span class="unseen">{words.moreAbout(action.title[language])}</span>
        </a>
      </p>
      <details>
        <summary>
          {words.more}
          <span class="unseen">{words.moreAbout(action.title[language])}</span>
        </summary>
        <Detail title={words.freeWay}>{action.freeWay[language]}</Detail>
        <Detail title={words.proof}>{action.proof[language]}</Detail>
        {action.verify && <Detail title={words.verify}>{action.verify[language]}</Detail>}
        <Evidence {...{ page, programme, action }} />
      </details>
    </div>
  )
}

function Detail({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <p>
      <b>{title}</b> {children}
    </p>
  )
}

/** Said in full only where the line above cannot: time or money that comes back. */
function Costs({ page, action }: { page: PageContext; action: Action }) {
  const sentences = costSentences(action, page.language)
  return sentences.length > 1 ? <p>{sentences.join(' ')}</p> : null
}

function Trainings({
  page,
  programme,
  token,
  action,
}: Pick<LineProps, 'page' | 'programme' | 'token' | 'action'>) {
  const { language } = page
  const trainings = action.trainings.flatMap((id) => findTraining(programme, id) ?? [])
  return trainings.map((training) => (
    <p key={training.id}>
      <b>{texts[language].plan.training(formatMinutes(training.minutes, language))}</b>{' '}
      <a href={planUrls.training(training.slug, token)}>{training.title[language]}</a>
    </p>
  ))
}

function Evidence({
  page: { language },
  programme,
  action,
}: Pick<LineProps, 'page' | 'programme' | 'action'>) {
  const words = texts[language].plan
  const { sentence, source } = action.evidence
  const found = programme.sources.find(({ key }) => key === source)
  return (
    <Detail title={words.study}>
      {sentence[language]}
      {found && (
        <>
          {' '}
          {words.source} <a href={found.url}>{found.title}</a>
        </>
      )}
    </Detail>
  )
}

export type Reasoning = { page: PageContext; programme: Programme; plan: Pick<KeptPlan, 'result'> }

/** "Because you answered …": every answer that called for the action, in its own words. */
export function becauseWords(reasoning: Reasoning, because: readonly Reason[]): string {
  return texts[reasoning.page.language].plan.because(reasonWords(reasoning, because))
}

/** Each answer behind these reasons with its question, both quoted. */
export function reasonWords({ page, programme, plan }: Reasoning, because: readonly Reason[]): string[] {
  return saidReasons(programme, plan.result.answers, because).map(([question, option]) => {
    const answer = answerWords(page, programme, { question, option })
    return texts[page.language].plan.answer(answer, questionTitle(page, programme, question))
  })
}

/** On average over the quarter: minutes a week and euros a month, both rounded up, as words. */
export function averageWords(
  { language }: PageContext,
  cost: Cost,
): readonly [minutes: string, euros: string] {
  const cents = Math.ceil(cost.cents / MONTHS)
  return [formatMinutes(Math.ceil(cost.minutes / WEEKS), language), formatEuros(cents, language)]
}

/** The minutes a week and euros a month that the plan was made for. */
export function budgetWords(page: PageContext, plan: KeptPlan): readonly [minutes: string, euros: string] {
  return averageWords(page, {
    minutes: WEEKS * plan.minutesPerWeek,
    cents: MONTHS * 100 * plan.eurosPerMonth,
  })
}

function SlateFoot({ page, programme, plan, token }: PlanProps) {
  const words = texts[page.language].plan
  const costs = plan.lines.flatMap(({ action }) => findAction(programme, action) ?? []).map(costOf)
  const isDeclared =
    plan.result.answers['minutes'] !== undefined && plan.result.answers['euros'] !== undefined
  return (
    <>
      {plan.lines.length > 0 ? (
        <p>{words.total(...averageWords(page, costs.reduce(plus, free)))}</p>
      ) : (
        <NoLine {...{ page, plan, token }} />
      )}
      {isDeclared ? (
        <p>{words.declared(...budgetWords(page, plan))}</p>
      ) : (
        <Assumed {...{ page, plan, token }} />
      )}
    </>
  )
}

/** What was not said was counted as little as can be: said here, with the way to say it. */
function Assumed({ page, plan, token }: Omit<PlanProps, 'programme'>) {
  const words = texts[page.language].plan
  const [minutes, euros] = budgetWords(page, plan)
  const notes = [
    { question: 'minutes', note: words.assumedMinutes(minutes) },
    { question: 'euros', note: words.assumedEuros(euros) },
  ]
  return notes
    .filter(({ question }) => plan.result.answers[question] === undefined)
    .map(({ question, note }) => (
      <p key={question}>
        {note} <a href={diagnosticUrls.question(token, question, 'resultat')}>{words.sayIt}</a>
      </p>
    ))
}

/** An empty slate says why: nothing fits, too little is known, or all is done. */
export function emptyWords(page: PageContext, plan: KeptPlan): { words: string; isTooLittleKnown: boolean } {
  const words = texts[page.language].plan
  const isPassed = (...kinds: readonly WhyNot[]) => plan.passedOver.some(({ why }) => kinds.includes(why))
  if (isPassed('over-minutes', 'over-euros'))
    return { words: words.noneFits(...budgetWords(page, plan)), isTooLittleKnown: false }
  const isTooLittleKnown = isPassed('not-known')
  return { words: isTooLittleKnown ? words.noneKnown : words.noneDone, isTooLittleKnown }
}

function NoLine({ page, plan, token }: Omit<PlanProps, 'programme'>) {
  const { words, isTooLittleKnown } = emptyWords(page, plan)
  if (!isTooLittleKnown) return <p>{words}</p>
  return (
    <p>
      {words} <a href={diagnosticUrls.answers(token)}>{texts[page.language].plan.answerMore}</a>
    </p>
  )
}
