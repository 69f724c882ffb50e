import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatList, formatNumber } from '../../ui/format.ts'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { siteUrls } from '../../ui/urls.ts'
import type { Relay, RelaySummary } from './relay.ts'
import type { NamedTerritory } from './territory.ts'
import { texts } from './texts.ts'
import { relayUrls } from './urls.ts'

/** What was typed; an error is the id of a message, or a sentence. */
export type Refused = { typed: Typed; errors: FieldErrors }

type RelaysProps = { page: PageContext; relays: readonly RelaySummary[]; refused: Refused | null }

/** Every relay, and the form that opens one. */
export function RelaysPage({ page, relays, refused }: RelaysProps) {
  const { language } = page
  const words = texts[language]
  const rows = relays.map(({ id, name, communes, staff }) => [
    <a href={relayUrls.relay(id)}>{name}</a>,
    formatNumber(communes, language),
    formatNumber(staff, language),
  ])
  const columns = words.columns.map((heading, index) => ({ heading, numeric: index > 0 }))
  return (
    <StaffPage page={page} title={words.title}>
      <FormErrors language={language} words={words.errors} errors={refused?.errors} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {rows.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Table caption={words.caption} columns={columns} rows={rows} />
      )}
      <RelayForm
        page={page}
        action={relayUrls.list}
        refused={refused}
        title={words.open}
        submit={words.submit}
      />
    </StaffPage>
  )
}

type FormProps = {
  page: PageContext
  action: string
  refused: Refused | null
  title: string
  submit: string
}

function RelayForm({ page: { language }, action, refused, title, submit }: FormProps) {
  const words = texts[language]
  const field = fieldsOf({ language, words: words.errors, ...refused })
  return (
    <form method="post" action={action} noValidate>
      <h2>{title}</h2>
      <TextField {...field('name')} label={words.name} hint={words.nameHint} maxLength={120} />
      <TextField
        {...field('phone')}
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        width="medium"
        maxLength={30}
        optional
      />
      <LongTextField
        {...field('territory')}
        label={words.territory}
        hint={words.territoryHint}
        maxLength={20_000}
        optional
      />
      <Button>{submit}</Button>
    </form>
  )
}

type Done = { fait: 'ouvert' | 'change' | null; rattaches: number | null; connus: number | null }

type RelayProps = {
  page: PageContext
  relay: Relay
  territories: readonly NamedTerritory[]
  /** How many it sees. */
  businesses: number
  done: Done
  /** Null for who may not change it. */
  form: { changing: Refused; giving: Refused | null } | null
}

/** One relay: what it covers, and for operators how to change that. */
export function RelayPage(props: RelayProps) {
  const { page, relay, form } = props
  const { language } = page
  const words = texts[language]
  const errors = { ...form?.changing.errors, ...form?.giving?.errors }
  return (
    <StaffPage page={page} title={relay.name} context={<Covered {...props} />}>
      <FormErrors language={language} words={words.errors} errors={errors} />
      <h1>{relay.name}</h1>
      <DoneNotice page={page} done={props.done} />
      <ButtonRow>
        <ButtonLink href={`${siteUrls.staffBusinesses}?relais=${relay.id}`}>{words.register}</ButtonLink>
        <ButtonLink href={`${siteUrls.staffIndicators}?relais=${relay.id}`} kind="plain">
          {words.figures}
        </ButtonLink>
        {form && (
          <ButtonLink href="/equipe/membres" kind="plain">
            {words.invite}
          </ButtonLink>
        )}
      </ButtonRow>
      {form && (
        <RelayForm
          page={page}
          action={relayUrls.relay(relay.id)}
          refused={form.changing}
          title={words.change}
          submit={words.save}
        />
      )}
      {form && <GivenForm page={page} relay={relay} refused={form.giving} />}
      {form && (
        <p>
          <a href={relayUrls.list}>{words.back}</a>
        </p>
      )}
    </StaffPage>
  )
}

function DoneNotice({ page: { language }, done }: { page: PageContext; done: Done }) {
  const words = texts[language]
  const sentences = [
    ...(done.fait ? [done.fait === 'ouvert' ? words.opened : words.changed] : []),
    ...(done.rattaches === null ? [] : [words.given(done.rattaches, done.connus ?? done.rattaches)]),
  ]
  if (sentences.length === 0) return null
  return (
    <Notice language={language} kind="done">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

function Covered({ page: { language }, relay, territories, businesses }: RelayProps) {
  const words = texts[language]
  const names = territories.map(({ kind, name }) => `${name} (${words.kinds[kind]})`)
  const facts = [
    { term: words.businesses, value: formatNumber(businesses, language) },
    ...(relay.phone ? [{ term: words.phone, value: relay.phone }] : []),
  ]
  return (
    <>
      <h2>{words.facts}</h2>
      <p>{names.length === 0 ? words.noTerritory : formatList(names, language)}</p>
      <Facts facts={facts} />
    </>
  )
}

function GivenForm({ page, relay, refused }: { page: PageContext; relay: Relay; refused: Refused | null }) {
  const { language } = page
  const words = texts[language]
  const field = fieldsOf({ language, words: words.errors, ...refused })
  return (
    <form method="post" action={relayUrls.given(relay.id)} noValidate>
      <h2>{words.give}</h2>
      <p>{words.giveText}</p>
      <TextField {...field('source')} label={words.source} hint={words.sourceHint} maxLength={120} />
      <LongTextField {...field('sirets')} label={words.sirets} hint={words.siretsHint} rows={6} />
      <Button kind="plain">{words.giveSubmit}</Button>
    </form>
  )
}
