/** The lists that were imported, and the form that sends one. */
import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FileField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDateTime, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { programmeZone } from '../programmes/programme.ts'
import type { ListRun } from './list-run.ts'
import { staffTexts } from './staff-texts.ts'
import { texts } from './texts.ts'
import { listUrls, runUrl } from './urls.ts'

type ListsProps = {
  page: PageContext
  runs: readonly ListRun[]
  /** Those that gave a list before. */
  sources: readonly string[]
  waiting: number
  typed: Typed
  errors: FieldErrors
}

export function ListsPage({ page, runs, sources, waiting, typed, errors }: ListsProps) {
  const { language } = page
  const words = staffTexts[language].lists
  return (
    <StaffPage page={page} title={words.title} context={<p>{words.register}</p>}>
      <FormErrors language={language} words={staffTexts[language].errors} errors={errors} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {waiting > 0 && (
        <p>
          <a href={listUrls.matches}>{words.waiting(waiting)}</a>
        </p>
      )}
      <h2>{words.send}</h2>
      <UploadForm page={page} sources={sources} typed={typed} errors={errors} />
      <h2>{words.caption}</h2>
      {runs.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Runs page={page} runs={runs} />
      )}
    </StaffPage>
  )
}

function UploadForm({ page: { language }, sources, typed, errors }: Omit<ListsProps, 'runs' | 'waiting'>) {
  const { lists: words, errors: errorWords } = staffTexts[language]
  const field = fieldsOf({ language, words: errorWords, typed, errors })
  return (
    <form method="post" action={listUrls.lists} encType="multipart/form-data" noValidate>
      <TextField
        {...field('source')}
        label={words.source}
        hint={[words.sourceHint, ...(sources.length > 0 ? [sources.join(', ')] : [])].join(' ')}
        maxLength={100}
      />
      <FileField
        {...field('file')}
        label={words.file}
        hint={words.fileHint}
        accept=".csv,.tsv,.txt,.xlsx,.ods,.json,.geojson"
      />
      <Button>{words.read}</Button>
    </form>
  )
}

function Runs({ page: { language }, runs }: Pick<ListsProps, 'page' | 'runs'>) {
  const words = staffTexts[language].lists
  const columns = words.columns.map((heading, at) => ({ heading, numeric: at > 3 }))
  const rows = runs.map((run) => [
    <a href={runUrl(run.id)}>{run.fileName}</a>,
    run.source,
    formatDateTime(run.askedAt, { zone: programmeZone, language }),
    <RunTag language={language} run={run} />,
    ...[run.rows, run.created, run.changed, run.unchanged, run.doubtful, run.refused].map((count) =>
      formatNumber(count, language),
    ),
  ])
  return <Table caption={words.caption} captionUnseen columns={columns} rows={rows} />
}

export function RunTag({ language, run }: Pick<PageContext, 'language'> & { run: ListRun }) {
  const state = texts[language].states[run.state]
  const kind = run.state === 'finished' ? 'done' : run.state === 'broken' ? 'warning' : 'plain'
  return <Tag kind={kind}>{run.isDry ? `${staffTexts[language].lists.trial}, ${state}` : state}</Tag>
}
