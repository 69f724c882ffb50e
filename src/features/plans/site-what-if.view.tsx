import { AxisChange as AxisChangePicture, type AxisMove } from '../../ui/axis-change.tsx'
import type { AxisRange } from '../../ui/axis-picture.tsx'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import type { Score } from '../diagnostics/score.ts'

import { texts as diagnosticTexts } from '../diagnostics/texts.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Action, ActionId } from '../programmes/action.ts'
import { findAction, type Programme } from '../programmes/programme.ts'
import { costOf, MONTHS, WEEKS } from './budget.ts'
import type { Offer } from './explain.ts'
import { averageWords } from './site-slate.view.tsx'
import { texts } from './texts.ts'
import { planUrls, TICKS } from './urls.ts'
import type { AxisChange, PointRange, WhatIf } from './what-if.ts'

type FormProps = { page: PageContext; token: string; offer: Offer; ticked: readonly ActionId[] }

/** A tick an action, and a button that asks; the answer has its own address. */
export function WhatIfForm({ page, token, offer, ticked, again = false }: FormProps & { again?: boolean }) {
  const { planned, others } = offer
  const words = texts[page.language].whatIf
  const list = (legend: string, actions: readonly Action[], legendUnseen = false) =>
    actions.length > 0 && (
      <TickList name={TICKS} choices={choicesOf(page, actions)} {...{ legend, legendUnseen, ticked }} />
    )
  const isFolded = planned.length > 0 && others.length > 0
  return (
    <form class="what-if stack" action={planUrls.whatIf(token)}>
      {list(words.planned, planned)}
      {!isFolded && list(words.others, others)}
      {isFolded && (
        <details open={others.some(({ id }) => ticked.includes(id))}>
          <summary>{words.othersCount(formatNumber(others.length, page.language))}</summary>
          {list(words.others, others, true)}
        </details>
      )}
      <Button kind={again ? 'main' : 'plain'}>{again ? words.again : words.see}</Button>
    </form>
  )
}

function choicesOf(page: PageContext, actions: readonly Action[]) {
  return actions.map((action) => ({
    value: action.id,
    label: action.title[page.language],
    hint: texts[page.language].whyNot.cost(...averageWords(page, costOf(action))),
  }))
}

type WhatIfProps = FormProps & { programme: Programme; outcome: WhatIf }

/** What the ticked actions would change: the axes, the points, the time and the money; then the ticks again. */
export function WhatIfPage(props: WhatIfProps) {
  const { page, token, ticked, offer } = props
  const words = texts[page.language].whatIf
  const canTry = offer.planned.length + offer.others.length > 0
  return (
    <Page page={page} title={words.title} bodyClass="result" isPrivate>
      <p>
        <a href={diagnosticUrls.result(token)}>{words.back}</a>
      </p>
      <h1>{words.title}</h1>
      {!canTry && <p>{words.nothingToTry}</p>}
      {canTry && (ticked.length === 0 ? <p>{words.nothing}</p> : <Changes {...props} />)}
      {canTry && (
        <section class="stack">
          <h2>{words.change}</h2>
          <WhatIfForm {...props} again />
        </section>
      )}
    </Page>
  )
}

function Changes(props: WhatIfProps) {
  const { page, programme, outcome } = props
  const words = texts[page.language].whatIf
  const axes = outcome.axes.map((change) => moveOf(page, programme, change))
  return (
    <section class="stack">
      <Done {...props} />
      <Spent page={page} outcome={outcome} />
      <AxisChangePicture
        language={page.language}
        caption={words.caption}
        moments={words.moments}
        axes={axes}
      />
      <p>{diiWords(page, outcome.dii)}</p>
      <p class="soft">{words.lead}</p>
    </section>
  )
}

/** The actions counted, and those that are not, or that move nothing. */
function Done({ page: { language }, programme, token, outcome }: WhatIfProps) {
  const words = texts[language].whatIf
  const title = (id: ActionId) => findAction(programme, id)?.title[language] ?? id
  return (
    <>
      {outcome.done.length > 0 && (
        <ul>
          {outcome.done.map((id) => (
            <li key={id}>{title(id)}</li>
          ))}
        </ul>
      )}
      {outcome.waiting.map((id) => (
        <p key={id}>
          {words.waiting(title(id))} <a href={planUrls.whyNot(token)}>{words.whyWaiting}</a>
        </p>
      ))}
      {outcome.still.map((id) => (
        <p key={id}>{words.still(title(id))}</p>
      ))}
    </>
  )
}

/** Against what was declared; what was not said was counted as little as can be. */
function Spent({ page, outcome: { cost, budget } }: { page: PageContext; outcome: WhatIf }) {
  const words = texts[page.language]
  const declared = {
    minutes: WEEKS * budget.minutesPerWeek,
    cents: MONTHS * Math.round(100 * budget.eurosPerMonth),
  }
  const [minutes, euros] = averageWords(page, declared)
  const [longer, dearer] = [cost.minutes - declared.minutes, cost.cents - declared.cents]
  const [tooLong, tooDear] = averageWords(page, { minutes: Math.max(0, longer), cents: Math.max(0, dearer) })
  const both = budget.declared.minutes && budget.declared.euros
  return (
    <>
      <p>{words.whatIf.total(...averageWords(page, cost))}</p>
      <p>
        {both && words.plan.declared(minutes, euros)}
        {!both &&
          (budget.declared.minutes ? words.whyNot.saidMinutes(minutes) : words.plan.assumedMinutes(minutes))}
        {!both && ' '}
        {!both &&
          (budget.declared.euros ? words.whyNot.saidEuros(euros) : words.plan.assumedEuros(euros))}{' '}
        <b>
          {longer <= 0 && dearer <= 0 && words.whatIf.fits}
          {longer > 0 && words.whatIf.tooLong(tooLong)} {dearer > 0 && words.whatIf.tooDear(tooDear)}
        </b>
      </p>
    </>
  )
}

function moveOf(page: PageContext, { axes }: Programme, change: AxisChange): AxisMove {
  const { axis } = change.before
  return {
    label: axes.find(({ id }) => id === axis)?.title[page.language] ?? axis,
    before: rangeOf(change.before),
    after: rangeOf(change.after),
    sentence: moveWords(page, change),
  }
}

function rangeOf(score: Score): AxisRange {
  return score.kind === 'score' ? { low: score.low, high: score.high } : null
}

function moveWords({ language }: PageContext, { before, after }: AxisChange): string {
  const words = texts[language].whatIf
  const say = (value: number) => formatNumber(value, language)
  if (before.points.every(({ of }) => of === 0)) return diagnosticTexts[language].axes.notConcerned
  if (after.kind === 'notEnough') return words.notEnough
  if (before.kind === 'notEnough') return words.appears
  if (before.low === after.low && before.high === after.high) return words.same
  if (before.low === after.low) return words.possiblePasses(say(before.high), say(after.high))
  const isExact = before.low === before.high && after.low === after.high
  return (isExact ? words.passes : words.surePasses)(say(before.low), say(after.low))
}

function diiWords({ language }: PageContext, { before, after, of }: WhatIf['dii']): string {
  const words = texts[language].whatIf
  const say = (value: number) => formatNumber(value, language)
  const range = ({ sure, possible }: PointRange) =>
    sure === possible ? words.exactly(say(sure)) : words.between(say(sure), say(possible))
  const isSame = before.sure === after.sure && before.possible === after.possible
  return isSame ? words.diiSame(range(before), say(of)) : words.dii(range(before), range(after), say(of))
}
