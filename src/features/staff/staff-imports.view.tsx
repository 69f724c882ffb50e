import { programmeZone } from '../programmes/programme.ts'
import { Facts } from '../../ui/definition.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDateTime, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { KeptRefusal, RegisterImport } from '../businesses/register-import.ts'
import { texts as businessTexts } from '../businesses/texts.ts'
import { texts } from './texts.ts'
import { listUrls } from '../imports/urls.ts'
import { importUrl, staffUrls } from './urls.ts'

type ImportsProps = { page: PageContext; imports: readonly RegisterImport[] }

export function ImportsPage({ page, imports }: ImportsProps) {
  const words = texts[page.language].imports
  return (
    <StaffPage page={page} title={words.title}>
      <h1>{words.title}</h1>
      {imports.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <ImportTable page={page} imports={imports} />
      )}
      <How page={page} />
    </StaffPage>
  )
}

function How({ page }: { page: PageContext }) {
  const words = texts[page.language].imports
  return (
    <>
      <h2>{words.how}</h2>
      <p>
        <a href={listUrls.lists}>{words.lists}</a>
      </p>
      {words.howText.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

function ImportTable({ page: { language }, imports }: ImportsProps) {
  const words = texts[language].imports
  const columns = words.columns.map((heading, index) => ({ heading, numeric: index > 3 }))
  const rows = imports.map((one) => [
    <a href={importUrl(one.id)}>{one.fileName}</a>,
    one.source,
    formatDateTime(one.startedAt, { zone: programmeZone, language }),
    one.finishedAt ? <Tag kind="done">{words.finished}</Tag> : <Tag kind="warning">{words.unfinished}</Tag>,
    ...[one.lines, one.created, one.changed, one.unchanged, one.refused].map((count) =>
      formatNumber(count, language),
    ),
  ])
  return <Table caption={words.caption} columns={columns} rows={rows} />
}

type ImportProps = {
  page: PageContext
  one: RegisterImport
  reasons: readonly { reason: string; count: number }[]
  refusals: readonly KeptRefusal[]
}

export function ImportPage({ page, one, reasons, refusals }: ImportProps) {
  const { language } = page
  const words = texts[language].imports
  return (
    <StaffPage page={page} title={one.fileName} context={<ImportFacts page={page} one={one} />}>
      <p>
        <a href={staffUrls.imports}>{words.back}</a>
      </p>
      <h1>{one.fileName}</h1>
      {!one.finishedAt && (
        <Notice language={language} kind="warning">
          <p>{words.unfinishedText}</p>
        </Notice>
      )}
      <h2>{words.refusals}</h2>
      {one.refused === 0 ? (
        <p>{words.noRefusal}</p>
      ) : (
        <Refusals page={page} one={one} reasons={reasons} refusals={refusals} />
      )}
    </StaffPage>
  )
}

function ImportFacts({ page: { language }, one }: Pick<ImportProps, 'page' | 'one'>) {
  const words = texts[language].imports
  const [, source, begun, state, ...counted] = words.columns
  const counts = [one.lines, one.created, one.changed, one.unchanged, one.refused]
  const facts = [
    { term: source, value: one.source },
    { term: begun, value: formatDateTime(one.startedAt, { zone: programmeZone, language }) },
    { term: state, value: one.finishedAt ? words.finished : words.unfinished },
    ...counted.map((term, index) => ({ term, value: formatNumber(counts[index] ?? 0, language) })),
  ]
  return <Facts facts={facts.map(({ term = '', value }) => ({ term, value }))} />
}

function Refusals({ page: { language }, one, reasons, refusals }: ImportProps) {
  const words = texts[language].imports
  const say = (reason: string) => businessTexts[language].reasons[reason] ?? reason
  const number = (count: number) => formatNumber(count, language)
  const reasonColumns = words.reasonColumns.map((heading, index) => ({ heading, numeric: index === 1 }))
  const columns = words.refusalColumns.map((heading, index) => ({ heading, numeric: index === 0 }))
  return (
    <>
      <Table
        caption={words.reasons}
        columns={reasonColumns}
        rows={reasons.map(({ reason, count }) => [say(reason), number(count)])}
      />
      <Table
        caption={words.refusalCaption(refusals.length, one.refused)}
        columns={columns}
        rows={refusals.map(({ line, reason, columnName, value }) => [
          number(line),
          say(reason),
          columnName,
          value,
        ])}
      />
    </>
  )
}
