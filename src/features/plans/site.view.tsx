import { programmeZone } from '../programmes/programme.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { GivenAnswers } from '../diagnostics/diagnostic.ts'
import { AgainSection, ChangeSection, type Change } from '../diagnostics/site-change.view.tsx'
import { PrecisionNote } from '../diagnostics/site-precision.view.tsx'
import { AxesSection, EuropeSection } from '../diagnostics/site-result.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Comparison } from '../editions/peers.ts'
import { besideAxes } from '../editions/site-beside.view.tsx'
import { offerOf } from './explain.ts'
import { keepErrors, KeepSection, type Keeping } from './site-keep.view.tsx'
import { PlanSlate, type PlanProps } from './site-slate.view.tsx'
import { WhatIfForm } from './site-what-if.view.tsx'
import { texts } from './texts.ts'
import type { Proof } from './proof.ts'
import { DoneList } from './site-done.view.tsx'
import { planUrls } from './urls.ts'

type ResultProps = PlanProps & {
  proofs: readonly Proof[]
  isStale: boolean
  /** The answers as they are now. */
  given: GivenAnswers
  keeping: Keeping
  /** Beside the result of the run that this one took up again, if any. */
  change: Change | null
  comparison: Comparison
}

/** The plan first, as it is what one came for; then where one stands, and what was left aside. */
export function ResultPage({ isStale, given, keeping, change, comparison, ...props }: ResultProps) {
  const { page, programme, plan, token, proofs } = props
  const planned = plan.lines.map(({ action }) => action)
  const words = texts[page.language].result
  const { result } = plan
  return (
    <Page page={page} title={words.title} bodyClass="result" isPrivate>
      <ErrorSummary language={page.language} errors={keepErrors(page, keeping)} />
      {isStale && <Stale page={page} token={token} />}
      <h1>{words.title}</h1>
      <p class="soft">{words.madeAt(formatDate(plan.madeAt, programmeZone, page.language))}</p>
      <PrecisionNote {...{ page, programme, token, result, given }} />
      <div class="beside">
        <PlanSlate {...props} />
        <Exploring {...props} />
      </div>
      <DoneList
        {...{ page, programme, token }}
        proofs={proofs.filter(({ action }) => !planned.includes(action))}
      />
      {change && <ChangeSection {...{ page, programme, change }} />}
      <AxesSection
        {...{ page, programme, result, token }}
        beside={besideAxes({ page, token, result, comparison })}
      />
      <EuropeSection {...{ page, programme, result }} />
      <KeepSection {...{ page, token, keeping }} />
      <AgainSection page={page} token={token} />
    </Page>
  )
}

/** Beside the plan: what it would change, and why it is not another one. */
function Exploring({ page, programme, plan, token }: PlanProps) {
  const words = texts[page.language]
  const offer = offerOf(programme, plan)
  const others = programme.actions.length - plan.lines.length
  const ticked = plan.lines.map(({ action }) => action)
  return (
    <section class="stack">
      {offer.planned.length + offer.others.length > 0 && (
        <>
          <h2>{words.whatIf.title}</h2>
          <p>{words.whatIf.intro}</p>
          <WhatIfForm {...{ page, token, offer, ticked }} />
        </>
      )}
      {others > 0 && (
        <p>
          <a href={planUrls.whyNot(token)}>
            {words.whyNot.link(formatNumber(others, page.language), others > 1)}
          </a>
        </p>
      )}
    </section>
  )
}

type TokenProps = { page: PageContext; token: string }

function Stale({ page, token }: TokenProps) {
  const words = texts[page.language].result
  return (
    <Notice language={page.language} kind="warning">
      <p>{words.stale}</p>
      <form method="post" action={diagnosticUrls.finish(token)}>
        <Button>{words.recompute}</Button>
      </form>
    </Notice>
  )
}

/** The address of a result that nobody has asked for yet. */
export function NoResultPage({ page, token }: TokenProps) {
  const words = texts[page.language].result
  return (
    <Page page={page} title={words.notYet} isPrivate>
      <h1>{words.notYet}</h1>
      <p>{words.notYetWhy}</p>
      <form method="post" action={diagnosticUrls.finish(token)}>
        <Button>{words.see}</Button>
      </form>
      <p>
        <a href={diagnosticUrls.run(token)}>{words.answers}</a>
      </p>
    </Page>
  )
}
