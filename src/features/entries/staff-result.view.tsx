import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { EmailField } from '../../ui/field.tsx'
import { formatDate } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import type { Run } from '../diagnostics/diagnostic.ts'
import { AxesSection } from '../diagnostics/site-result.view.tsx'
import type { Comparison } from '../editions/peers.ts'
import { besideAxes } from '../editions/site-beside.view.tsx'
import type { KeptPlan } from '../plans/plan.ts'
import { PlanSlate } from '../plans/site-slate.view.tsx'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import { writeShortCode } from './entry.ts'
import { texts } from './texts.ts'
import { entryUrls } from './urls.ts'

export type ResultProps = {
  page: PageContext
  programme: Programme
  run: Run
  business: BusinessSummary | null
  /** Null while nobody asked for a result. */
  plan: KeptPlan | null
  comparison: Comparison | null
  isStale: boolean
  short: { code: string; expiresAt: Date } | null
  /** Of the form that sends the link. */
  formKey: string
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  isSent: boolean
}

/** What the owner would see, to be read out, and the ways to hand it over. */
export function EntryResultPage(props: ResultProps) {
  const { page, run, business, plan, isSent, isStale } = props
  const { language } = page
  const words = texts[language].result
  const title = words.title(business ? nameOnDoor(business) : words.unnamed)
  return (
    <StaffPage page={page} title={title} context={<HandOver {...props} />}>
      <ResultErrors {...props} />
      {isSent && (
        <Notice language={language} kind="done">
          <p>{words.sent}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      {isStale && (
        <Notice language={language} kind="warning">
          <p>{words.stale}</p>
        </Notice>
      )}
      {plan ? (
        <Told {...props} plan={plan} />
      ) : (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      )}
      <WhereNext run={run} business={business} page={page} />
    </StaffPage>
  )
}

function WhereNext({ page, run, business }: Pick<ResultProps, 'page' | 'run' | 'business'>) {
  const words = texts[page.language].result
  return (
    <ButtonRow>
      <ButtonLink kind="plain" href={entryUrls.run(run.id)}>
        {words.answers}
      </ButtonLink>
      {business && (
        <ButtonLink kind="plain" href={entryUrls.story(business.id)}>
          {words.back}
        </ButtonLink>
      )}
      <ButtonLink kind="plain" href={entryUrls.paper}>
        {words.next}
      </ButtonLink>
    </ButtonRow>
  )
}

function ResultErrors({ page: { language }, errors }: ResultProps) {
  const found = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return <ErrorSummary language={language} errors={found} />
}

function Told({ page, programme, run: { token }, plan, comparison }: ResultProps & { plan: KeptPlan }) {
  const { result } = plan
  return (
    <div class="told">
      <PlanSlate {...{ page, programme, plan, token }} />
      <AxesSection
        {...{ page, programme, token, result }}
        {...(comparison && { beside: besideAxes({ page, token, result, comparison }) })}
      />
    </div>
  )
}

function HandOver(props: ResultProps) {
  const { page, run, plan, formKey, typed, errors } = props
  const { language } = page
  const words = texts[language].result
  if (!plan) return null
  return (
    <>
      <h2>{words.give}</h2>
      <p>{words.givePrivate}</p>
      <form method="post" action={entryUrls.link(run.id)}>
        <input type="hidden" name="key" value={formKey} />
        <EmailField
          {...{ language, name: 'email', label: words.email, hint: words.emailHint }}
          {...{ value: typed['email'], error: errors['email'] }}
        />
        <ButtonRow>
          <Button>{words.send}</Button>
        </ButtonRow>
      </form>
      <h2>{words.short}</h2>
      <Short {...props} />
    </>
  )
}

function Short({ page, run, short }: ResultProps) {
  const { language, publicUrl } = page
  const words = texts[language].result
  if (!short) {
    return (
      <form method="post" action={entryUrls.shortAddress(run.id)}>
        <Button kind="plain">{words.shortMake}</Button>
      </form>
    )
  }
  return (
    <>
      <p class="short-address" id="adresse">
        {publicUrl.replace(/^https?:\/\//, '')}
        <wbr />
        {entryUrls.short(writeShortCode(short.code))}
      </p>
      <p>{words.shortLasts(formatDate(short.expiresAt, programmeZone, language))}</p>
    </>
  )
}
