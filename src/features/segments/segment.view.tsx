import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Relay } from '../relays/relay.ts'
import { askFor, queryOf, type Asked } from './asked.ts'
import { Kept } from './filters.view.tsx'
import { BusinessTable } from './list-table.view.tsx'
import type { Listed } from './listed.ts'
import type { Rule } from './rule.ts'
import { sayRule } from './say-rule.ts'
import type { Segment } from './segment.ts'
import type { Came } from './tag.view.tsx'
import { texts } from './texts.ts'
import { listUrls, withQuery } from './urls.ts'

type SegmentsProps = {
  page: PageContext
  segments: readonly Segment[]
  relay: Relay | null
  isDeleted: boolean
}

/** The segments of a relay or of the programme, each with its rule in words. */
export function SegmentsPage({ page, segments, relay, isDeleted }: SegmentsProps) {
  const { language } = page
  const { segments: words, ofRelay, tags } = texts[language]
  const rows = segments.map(({ id, name, rule }) => [
    <a href={listUrls.segment(id)}>{name}</a>,
    rule ? sayRule(rule, language) : words.unreadable,
  ])
  return (
    <StaffPage page={page} title={words.title}>
      {isDeleted && (
        <Notice language={language} kind="done">
          <p>{words.deleted}</p>
        </Notice>
      )}
      <h1>{words.title}</h1>
      {relay && <p class="lead">{ofRelay(relay.name)}</p>}
      <p>{words.intro}</p>
      {rows.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Table
          caption={words.caption}
          columns={words.columns.map((heading) => ({ heading }))}
          rows={rows}
          captionUnseen
        />
      )}
      <p>
        <a href={withQuery(listUrls.list, queryOf({ relais: relay?.id ?? null }))}>{tags.back}</a>
      </p>
    </StaffPage>
  )
}

type NewProps = { page: PageContext; asked: Asked; rule: Rule; came: Came | null }

/** A name for the filters of the list. */
export function NewSegmentPage({ page, asked, rule, came }: NewProps) {
  const { language } = page
  const { segments: words, errors, tags } = texts[language]
  const field = fieldsOf({ language, words: errors, ...came })
  return (
    <StaffPage page={page} title={words.newTitle}>
      <FormErrors language={language} words={errors} errors={came?.errors} />
      <h1>{words.newTitle}</h1>
      <p>{sayRule(rule, language)}.</p>
      <p>{words.intro}</p>
      <form method="post" action={listUrls.segments}>
        <Kept asked={{ ...asked, apres: null, compte: null }} />
        <TextField {...field('name')} label={words.name} hint={words.nameHint} maxLength={80} />
        <Button>{words.submit}</Button>
      </form>
      <p>
        <a href={withQuery(listUrls.list, queryOf(asked))}>{tags.back}</a>
      </p>
    </StaffPage>
  )
}

type SegmentProps = {
  page: PageContext
  segment: Segment
  /** Today; `refused`: of them, who asked to be left alone. */
  counts: { all: number; refused: number }
  first: readonly Listed[]
  relay: Relay | null
  done: 'garde' | 'renomme' | null
  came: Came | null
}

/** Who is in a segment today, and what can be done with it. */
export function SegmentPage(props: SegmentProps) {
  const { page, segment, counts, first, relay, done, came } = props
  const { language } = page
  const { segments: words, errors, list, ofRelay } = texts[language]
  const { rule } = segment
  const query = rule && queryOf({ ...askFor(rule), relais: segment.relayId, tri: 'name' })
  return (
    <StaffPage page={page} title={segment.name} context={<Change {...props} />}>
      <FormErrors language={language} words={errors} errors={came?.errors} />
      {done && (
        <Notice language={language} kind="done">
          <p>{done === 'garde' ? words.kept : words.renamed}</p>
        </Notice>
      )}
      <p>
        <a href={withQuery(listUrls.segments, queryOf({ relais: segment.relayId }))}>{words.back}</a>
      </p>
      <h1>{segment.name}</h1>
      {relay && <p class="lead">{ofRelay(relay.name)}</p>}
      <p>{rule ? `${sayRule(rule, language)}.` : words.unreadable}</p>
      <p>
        <strong>{words.count(counts.all)}</strong> {counts.refused > 0 && words.refused(counts.refused)}
      </p>
      {query !== null && (
        <p>
          <ButtonLink href={withQuery(listUrls.list, query)}>{words.open}</ButtonLink>{' '}
          <a href={withQuery(listUrls.file, query)}>{list.file}</a>
        </p>
      )}
      {first.length > 0 && (
        <>
          <h2>{words.firstOnes}</h2>
          <BusinessTable language={language} caption={words.firstOnes} rows={first} />
        </>
      )}
    </StaffPage>
  )
}

function Change({ page: { language }, segment, came }: SegmentProps) {
  const { segments: words, errors } = texts[language]
  const typed = came?.typed ?? { name: segment.name }
  const field = fieldsOf({ language, words: errors, typed, errors: came?.errors })
  return (
    <>
      <form method="post" action={listUrls.segment(segment.id)}>
        <TextField {...field('name')} label={words.name} maxLength={80} />
        <Button kind="plain">{words.rename}</Button>
      </form>
      <form method="post" action={listUrls.deleteSegment(segment.id)}>
        <p>{words.deleteText}</p>
        <Button kind="quiet">{words.delete}</Button>
      </form>
    </>
  )
}
