/** One import: tried or done. */
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { formatDateTime, formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { programmeZone } from '../programmes/programme.ts'
import { canBeUndone, isMoving, outcomes, type ListRun, type ReportRow, type RowOutcome } from './list-run.ts'
import { notesOf, whyOf } from './report-file.ts'
import { staffTexts } from './staff-texts.ts'
import { RunTag } from './staff.view.tsx'
import { texts } from './texts.ts'
import { fileUrl, listUrls, rowsAfter, rowsOf, runUrl } from './urls.ts'

type RunProps = {
  page: PageContext
  run: ListRun
  /** Only the rows of this outcome are shown; null for all. */
  outcome: RowOutcome | null
  rows: readonly ReportRow[]
  hasMore: boolean
  notes: readonly { code: string; count: number }[]
}

export function RunPage({ page, run, outcome, rows, hasMore, notes }: RunProps) {
  const words = staffTexts[page.language].run
  const title = run.isDry ? words.trialTitle(run.fileName) : run.fileName
  return (
    <StaffPage page={page} title={title} context={<RunFacts page={page} run={run} />}>
      <p>
        <a href={listUrls.lists}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <State page={page} run={run} />
      <h2>{words.counts}</h2>
      <Counts page={page} run={run} />
      <Acts page={page} run={run} />
      {notes.length > 0 && <Notes page={page} notes={notes} />}
      <h2>{words.rows}</h2>
      <Rows page={page} run={run} outcome={outcome} rows={rows} hasMore={hasMore} />
    </StaffPage>
  )
}

type PartProps = Pick<RunProps, 'page' | 'run'>

function RunFacts({ page: { language }, run }: PartProps) {
  const words = staffTexts[language].run
  const facts = [
    { term: words.source, value: run.source },
    { term: words.asked, value: formatDateTime(run.askedAt, { zone: programmeZone, language }) },
    { term: words.state, value: <RunTag language={language} run={run} /> },
    ...(run.sheet === null ? [] : [{ term: words.sheet, value: String(run.sheet + 1) }]),
  ]
  return (
    <>
      <h2>{words.facts}</h2>
      <Facts facts={facts} />
    </>
  )
}

function State({ page: { language }, run }: PartProps) {
  const words = staffTexts[language].run
  if (isMoving(run)) return <Moving page={{ language }} run={run} />
  const kind = run.state === 'broken' || run.state === 'cancelled' ? 'warning' : 'done'
  return (
    <Notice language={language} kind={run.isDry && run.state === 'finished' ? 'info' : kind}>
      <p>{run.isDry && run.state === 'finished' ? words.trial : sentenceOf(run, language)}</p>
    </Notice>
  )
}

function sentenceOf({ state, problem, rows }: ListRun, language: PageContext['language']): string {
  const words = staffTexts[language].run
  if (state === 'cancelled' || state === 'undone') return words[state]
  if (state !== 'broken') return words.finished
  const { problems, reasons, cli } = texts[language]
  if (problem === 'line.quote') return words.broken(`${reasons['line.quote']}.`)
  if (problem === 'file.cut') return words.broken(cli.cut)
  if (problem === 'stopped') return words.broken(cli.died)
  const sentence = problems[problem ?? ''] ?? staffTexts[language].errors['no-file'] ?? ''
  return rows > 0 ? words.broken(sentence) : words.unreadable(sentence)
}

type MovingProps = { page: Pick<PageContext, 'language'>; run: ListRun }

function Moving({ page: { language }, run }: MovingProps) {
  const { run: words, look } = staffTexts[language]
  const rows = look.rows(run.rows)
  const said =
    run.state === 'waiting' ? words.waiting : run.state === 'undoing' ? words.undoing : words.working
  return (
    <Notice language={language} kind="info">
      <p>{said}</p>
      {run.state === 'running' && (
        <p>
          {run.progress !== null && (
            <progress max={100} value={Math.floor(run.progress * 100)} aria-hidden="true" />
          )}{' '}
          {run.progress === null
            ? words.progressUnknown(rows)
            : words.progress(Math.floor(run.progress * 100), rows)}
        </p>
      )}
      <ButtonLink kind="plain" href={runUrl(run.id)}>
        {words.refresh}
      </ButtonLink>
    </Notice>
  )
}

function Counts({ page: { language }, run }: PartProps) {
  const words = staffTexts[language].run
  const columns = words.countColumns.map((heading, at) => ({ heading, numeric: at === 1 }))
  const rows = outcomes.map((outcome) => [
    outcome === 'doubtful' || outcome === 'refused' ? (
      <a href={rowsOf(run.id, outcome)}>{words.outcomes[outcome]}</a>
    ) : (
      words.outcomes[outcome]
    ),
    formatNumber(run[outcome], language),
  ])
  return <Table caption={words.counts} captionUnseen columns={columns} rows={rows} />
}

/** What can be done about it now. */
function Acts({ page: { language }, run }: PartProps) {
  const words = staffTexts[language].run
  const isTried = run.isDry && run.state === 'finished' && run.fileId !== null
  const mayCancel = run.state === 'waiting' || run.state === 'running'
  return (
    <>
      <ButtonRow>
        {isTried && <Act action={listUrls.importPattern} run={run} words={words.import} kind="main" />}
        {isTried && run.fileId && (
          <ButtonLink kind="plain" href={fileUrl(run.fileId, run.source, run.sheet)}>
            {words.correct}
          </ButtonLink>
        )}
        {!run.isDry && run.doubtful > 0 && !isMoving(run) && (
          <ButtonLink href={listUrls.matches}>{words.match}</ButtonLink>
        )}
        {mayCancel && <Act action={listUrls.cancelPattern} run={run} words={words.cancel} kind="plain" />}
        {canBeUndone(run) && run.state !== 'undoing' && (
          <Act action={listUrls.undoPattern} run={run} words={words.undo} kind="plain" />
        )}
      </ButtonRow>
      {canBeUndone(run) && run.state !== 'undoing' && <p class="soft">{words.undoHint}</p>}
    </>
  )
}

type ActProps = { action: string; run: ListRun; words: string; kind: 'main' | 'plain' }

function Act({ action, run, words, kind }: ActProps) {
  return (
    <form method="post" action={action.replace(':id', run.id)}>
      <Button kind={kind}>{words}</Button>
    </form>
  )
}

function Notes({ page: { language }, notes }: Pick<RunProps, 'page' | 'notes'>) {
  const words = staffTexts[language].run
  const columns = words.noteColumns.map((heading, at) => ({ heading, numeric: at === 1 }))
  const rows = notes.map(({ code, count }) => [
    texts[language].notes[code] ?? code,
    formatNumber(count, language),
  ])
  return (
    <>
      <h2>{words.notes}</h2>
      <Table caption={words.notes} captionUnseen columns={columns} rows={rows} />
    </>
  )
}

function Rows({ page: { language }, run, outcome, rows, hasMore }: Omit<RunProps, 'notes'>) {
  const words = staffTexts[language].run
  if (rows.length === 0) return <p>{words.noRow}</p>
  const columns = words.rowColumns.map((heading) => ({ heading }))
  const cells = rows.map((row) => [
    formatNumber(row.line, language),
    texts[language].outcomes[row.outcome](1),
    [whyOf(row, language), notesOf(row, language)].filter((part) => part !== '').join(' · '),
  ])
  return (
    <>
      <p>
        <a href={listUrls.reportPattern.replace(':id', run.id)} download>
          {words.download}
        </a>
      </p>
      <Table caption={words.rows} captionUnseen columns={columns} rows={cells} />
      {outcome !== null && (
        <p>
          <a href={runUrl(run.id)}>{words.all}</a>
        </p>
      )}
      {hasMore && (
        <p>
          <a href={rowsAfter(run.id, rows.at(-1)?.line ?? 0, outcome)}>{words.next}</a>
        </p>
      )}
    </>
  )
}
