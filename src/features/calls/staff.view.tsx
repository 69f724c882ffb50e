import type { FieldErrors, Typed } from '../../core/form.ts'
import type { Language } from '../../core/language.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RadioGroup, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDate, formatDateTime, formatShortDate } from '../../ui/format.ts'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { entryUrls } from '../entries/urls.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import { bestHours, callOutcomes, type Call, type CallToMake } from './call.ts'
import { texts } from './texts.ts'
import { callUrls } from './urls.ts'

type ListProps = { page: PageContext; calls: readonly CallToMake[] }

/** Whom to call today, why, when, and what was said last. */
export function CallListPage({ page, calls }: ListProps) {
  const words = texts[page.language]
  return (
    <StaffPage page={page} title={words.title} context={<Rules language={page.language} />}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {calls.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Table
          caption={words.caption}
          columns={words.columns.map((heading) => ({ heading }))}
          rows={calls.map((call) => cells(call, page.language))}
        />
      )}
    </StaffPage>
  )
}

function cells(call: CallToMake, language: Language) {
  const words = texts[language]
  const zone = zoneOfDepartment(call.departmentCode)
  const day = (instant: Date) => formatShortDate(instant, zone, language)
  const hourReached = call.reachedAt && Number(localTimeOf(call.reachedAt, zone).time.slice(0, 2))
  const { from, to } = bestHours(call.activityCode, hourReached)
  const { lastCall } = call
  return [
    <>
      <a href={callUrls.note(call.businessId)}>{nameOnDoor(call)}</a>
      {call.commune && `, ${call.commune}`}
    </>,
    words.since(words.reasons[call.reason], day(call.since)),
    words.hours(from, to),
    lastCall ? words.last(words.outcomes[lastCall.outcome], day(lastCall.madeAt)) : words.never,
  ]
}

function Rules({ language }: { language: Language }) {
  const words = texts[language]
  return (
    <>
      <h2>{words.about}</h2>
      {words.rules.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
    </>
  )
}

type FormProps = { typed: Typed; errors: FieldErrors; formKey: string }
type NoteProps = { page: PageContext; business: BusinessSummary; form: FormProps }

/** After the call: two taps and a word. */
export function NoteCallPage({ page, business, form }: NoteProps) {
  const { language } = page
  const words = texts[language]
  return (
    <StaffPage page={page} title={words.form}>
      <FormErrors language={language} words={words.errors} errors={form.errors} />
      <p>
        <a href={entryUrls.story(business.id)}>{nameOnDoor(business)}</a>
      </p>
      <h1>{words.form}</h1>
      <CallForm language={language} businessId={business.id} form={form} />
    </StaffPage>
  )
}

function CallForm({
  language,
  businessId,
  form,
}: {
  language: Language
  businessId: string
  form: FormProps
}) {
  const words = texts[language]
  const field = fieldsOf({ language, words: words.errors, ...form })
  const choices = callOutcomes.map((value) => ({
    value,
    label: words.outcomes[value],
    hint: words.hints[value],
  }))
  return (
    <form method="post" action={callUrls.note(businessId)} noValidate>
      <input type="hidden" name="page" value={form.formKey} />
      <RadioGroup {...field('outcome')} label={words.outcome} choices={choices} />
      <LongTextField {...field('note')} label={words.note} hint={words.noteHint} maxLength={2000} optional />
      <TextField
        {...field('next')}
        label={words.next}
        hint={words.nextHint}
        type="date"
        width="medium"
        optional
      />
      <Button>{words.submit}</Button>
    </form>
  )
}

export type CallsOfBusiness = {
  businessId: string
  calls: readonly Call[]
  /** When it asked to be left alone. */
  refusedAt: Date | null
  /** Just done: said at the top. */
  done: 'note' | 'leve' | null
  zone: string
}

/** The part of the page of a business. */
export function CallsSection({ language, story }: { language: Language; story: CallsOfBusiness }) {
  const words = texts[language]
  const { businessId, calls, refusedAt, done, zone } = story
  return (
    <section id="appels">
      <h2>{words.section}</h2>
      {done && (
        <Notice language={language} kind="done">
          <p>{done === 'note' ? words.noted : words.lifted}</p>
        </Notice>
      )}
      {refusedAt ? (
        <Refusal language={language} story={story} />
      ) : (
        <p>
          <a href={callUrls.note(businessId)}>{words.form}</a>
        </p>
      )}
      {calls.length === 0 && <p>{words.noCall}</p>}
      {calls.map((call) => (
        <Said key={call.id} language={language} call={call} zone={zone} />
      ))}
    </section>
  )
}

function Refusal({ language, story }: { language: Language; story: CallsOfBusiness }) {
  const words = texts[language]
  const { businessId, refusedAt, zone } = story
  return (
    <>
      <Notice language={language} kind="warning">
        <p>{words.refusal(refusedAt ? formatDate(refusedAt, zone, language) : '')}</p>
      </Notice>
      <form method="post" action={callUrls.lift(businessId)}>
        <Button kind="plain">{words.lift}</Button>
      </form>
    </>
  )
}

function Said({ language, call, zone }: { language: Language; call: Call; zone: string }) {
  const words = texts[language]
  const { outcome, note, nextCallOn, by, madeAt } = call
  const next = nextCallOn && formatDate(new Date(`${nextCallOn}T12:00:00Z`), 'UTC', language)
  return (
    <div>
      <p>
        <b>{words.outcomes[outcome]}</b>
        {next && ` (${words.again(next)})`}
        <br />
        <span class="soft">{words.by(by, formatDateTime(madeAt, { zone, language }))}</span>
      </p>
      {note !== '' && <p>{note}</p>}
    </div>
  )
}
