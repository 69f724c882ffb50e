import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { RadioGroup, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { readRule } from '../segments/rule.ts'
import { sayRule } from '../segments/say-rule.ts'
import type { Audience, AudienceCount, AudienceMember, Mailing, Sender } from './mailing.ts'
import { About, DoneNotice } from './staff.view.tsx'
import { texts, type Done } from './texts.ts'
import { mailingUrls } from './urls.ts'
import type { Warning } from './warnings.ts'

type DraftedProps = {
  page: PageContext
  mailing: Mailing
  sender: Sender
  count: AudienceCount
  /** Some of those meant. */
  names: readonly AudienceMember[]
  warnings: readonly Warning[]
  isPhoneMissing: boolean
  done: Done | null
  typed: Typed
  errors: FieldErrors
}

/** Before it goes: who would get it, what to look at, a test to oneself, and the button. */
export function DraftedPage(props: DraftedProps) {
  const { page, mailing, done, errors } = props
  const { language } = page
  const { staff: words, errors: errorWords } = texts[language]
  const { id } = mailing
  return (
    <StaffPage page={page} title={mailing.texts.fr.subject} context={<About page={page} />}>
      <FormErrors language={language} words={errorWords} errors={errors} />
      <h1>{mailing.texts.fr.subject}</h1>
      <DoneNotice page={page} done={done} />
      <MailingFacts {...props} />
      <ButtonRow>
        <ButtonLink href={mailingUrls.preview(id)} kind="plain">
          {words.see}
        </ButtonLink>
        <ButtonLink href={mailingUrls.change(id)} kind="plain">
          {words.change}
        </ButtonLink>
      </ButtonRow>
      <Who {...props} />
      <Warnings {...props} />
      <TestForm page={page} id={id} />
      <SendForm {...props} />
      <p>
        <a href={mailingUrls.list}>{words.backToList}</a>
      </p>
    </StaffPage>
  )
}

function whomWords(audience: Audience, language: PageContext['language']): string {
  const words = texts[language].staff
  if (audience.kind === 'department') return words.inDepartment(audience.code)
  // Of a version that cannot be read any more, the rule means nobody and says nothing.
  const rule = audience.kind === 'segment' ? readRule(audience.rule) : null
  if (audience.kind === 'segment' && rule) return words.inSegment(audience.name, sayRule(rule, language))
  return words.audiences[audience.kind]
}

type FactsProps = { page: PageContext; mailing: Mailing; sender: Sender }

/** From whom, about what, to whom. */
export function MailingFacts({ page: { language }, mailing, sender }: FactsProps) {
  const words = texts[language].staff
  const { audience, topic } = mailing
  const whom = whomWords(audience, language)
  const facts = [
    { term: words.sender, value: sender?.name ?? words.programme },
    { term: words.topic, value: words.topics[topic] },
    { term: words.audience, value: whom },
  ]
  return <Facts facts={facts} />
}

function Who({ page: { language }, count: { recipients, left }, names }: DraftedProps) {
  const words = texts[language].staff
  return (
    <>
      <h2>{words.who}</h2>
      <p>
        {recipients === 0 ? words.nobody : words.recipients(recipients, formatNumber(recipients, language))}
      </p>
      {names.length > 0 && (
        <details>
          <summary>{words.names}</summary>
          <ul>
            {names.map(({ personId, name, commune, email }) => (
              <li key={personId}>{[name, commune, email].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </details>
      )}
      {left.length > 0 && (
        <Table
          caption={words.leftCaption}
          columns={words.leftColumns.map((heading, index) => ({ heading, numeric: index === 1 }))}
          rows={left.map(({ reason, count }) => [words.reasons[reason], formatNumber(count, language)])}
        />
      )}
    </>
  )
}

function Warnings({ page: { language }, warnings, isPhoneMissing }: DraftedProps) {
  const words = texts[language].staff
  const sentences = [
    ...warnings.map(({ kind, detail }) => words.warning[kind](detail)),
    ...(isPhoneMissing ? [words.telephoneMissing] : []),
  ]
  return (
    <>
      <h2>{words.warnings}</h2>
      {sentences.length === 0 ? (
        <p>{words.noWarning}</p>
      ) : (
        <Notice language={language} kind="warning">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

function TestForm({ page: { language, person }, id }: { page: PageContext; id: string }) {
  const words = texts[language].staff
  return (
    <form method="post" action={mailingUrls.test(id)}>
      <h2>{words.test}</h2>
      {person && <p>{words.tested(person.email)}</p>}
      <RadioGroup
        language={language}
        name="language"
        label={words.testIn}
        value="fr"
        choices={(['fr', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
      />
      <Button kind="plain">{words.test}</Button>
    </form>
  )
}

function SendForm({ page: { language }, mailing, count, typed, errors }: DraftedProps) {
  const { staff: words, errors: errorWords } = texts[language]
  const field = fieldsOf({ language, words: errorWords, typed, errors })
  if (count.recipients === 0) return null
  return (
    <form method="post" action={mailingUrls.send(mailing.id)} noValidate>
      <h2>{words.send}</h2>
      <p>{words.sendText}</p>
      <input type="hidden" name="vu" value={String(mailing.changedAt.getTime())} />
      <TextField {...field('le')} label={words.day} type="date" width="medium" optional />
      <TextField {...field('heure')} label={words.time} hint={words.timeHint} width="short" optional />
      <Button>{words.sendNow}</Button>
    </form>
  )
}
