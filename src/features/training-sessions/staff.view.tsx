import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { CrewFields, TrainingField, WhenFields, type FormProps } from './schedule-fields.view.tsx'
import { texts } from './texts.ts'
import { stateOf, type SessionState, type TrainingSession } from './training-session.ts'
import { attendanceFiguresUrl, sessionUrls, staffSessionUrl } from './urls.ts'

type SessionsProps = {
  page: PageContext
  programme: Programme
  now: Date
  sessions: readonly TrainingSession[]
  /** Just scheduled: said at the top. */
  scheduled: TrainingSession | null
  /** How many sessions a season has just brought. */
  planned: number | null
  /** Null for who may not schedule. */
  form: FormProps | null
}

/** The list of dated sessions; under it, for operators, the form. */
export function SessionsPage(props: SessionsProps) {
  const { page, scheduled, planned, form } = props
  const { language } = page
  const words = texts[language].staff
  return (
    <StaffPage page={page} title={words.title} context={<Rules page={page} isReader={form === null} />}>
      <FormErrors language={language} words={texts[language].errors} errors={form?.refusal?.errors} />
      <h1>{words.title}</h1>
      {scheduled && (
        <Notice language={language} kind="done">
          <p>{words.scheduled(formatDateTime(scheduled.startsAt, { zone: scheduled.zone, language }))}</p>
        </Notice>
      )}
      {planned !== null && (
        <Notice language={language} kind="done">
          <p>{texts[language].season.done(planned)}</p>
        </Notice>
      )}
      <SessionTable {...props} />
      {form && <ScheduleForm page={page} {...form} />}
    </StaffPage>
  )
}

function Rules({ page, isReader }: { page: PageContext; isReader: boolean }) {
  const words = texts[page.language].staff
  return (
    <>
      <h2>{words.rules}</h2>
      <p>{words.ruleLength}</p>
      <p>{words.ruleZone}</p>
      {isReader && <p>{words.onlyOperators}</p>}
      <p>
        <a href={attendanceFiguresUrl}>{words.figures}</a>
      </p>
    </>
  )
}

function SessionTable({ page: { language }, programme, now, sessions }: SessionsProps) {
  const words = texts[language].staff
  if (sessions.length === 0) {
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
      </Empty>
    )
  }
  const columns = words.columns.map((heading, index) => ({ heading, numeric: index === 3 || index === 4 }))
  const rows = sessions.map((session) => [
    <a href={staffSessionUrl(session.id)}>
      {formatDateTime(session.startsAt, { zone: session.zone, language })}
    </a>,
    findTraining(programme, session.trainingId)?.title[language] ?? session.trainingId,
    session.trainer,
    session.seatsTaken,
    session.capacity,
    <Tag kind={tagKind[stateOf(session, now)]}>{words.states[stateOf(session, now)]}</Tag>,
  ])
  return <Table caption={words.caption} columns={columns} rows={rows} />
}

const tagKind: Readonly<Record<SessionState, 'plain' | 'done' | 'lit' | 'warning'>> = {
  open: 'lit',
  full: 'done',
  past: 'plain',
  cancelled: 'warning',
}

function ScheduleForm({ page, ...form }: FormProps & { page: PageContext }) {
  const words = texts[page.language].staff
  return (
    <form method="post" action={sessionUrls.staff} noValidate id={sessionUrls.formAnchor}>
      <input type="hidden" name="page" value={form.formKey} />
      <h2>{words.schedule}</h2>
      <p>
        <a href={sessionUrls.season}>{words.season}</a>
        {' · '}
        <a href={sessionUrls.import}>{words.import}</a>
      </p>
      <TrainingField page={page} {...form} />
      <WhenFields page={page} refusal={form.refusal} />
      <CrewFields page={page} {...form} />
      <Button>{words.submit}</Button>
    </form>
  )
}
