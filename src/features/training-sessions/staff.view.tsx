import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RadioGroup, SelectField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { uiTexts } from '../../ui/texts.ts'
import type { NamedMember } from '../accounts/person.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { sessionZones } from './local-time.ts'
import { texts } from './texts.ts'
import { stateOf, type SessionState, type TrainingSession } from './training-session.ts'
import { attendanceFiguresUrl, sessionUrls, staffSessionUrl } from './urls.ts'

/** The hour that comes twice: which two instants it may be. */
export type Twice = { first: Date; second: Date; zone: string }
/** What was typed and why it was refused. */
export type Refusal = { typed: Typed; errors: FieldErrors; twice: Twice | null }

type SessionsProps = {
  page: PageContext
  programme: Programme
  now: Date
  sessions: readonly TrainingSession[]
  /** Just scheduled: said at the top. */
  scheduled: TrainingSession | null
  /** Null for who may not schedule. */
  form: FormProps | null
}

type FormProps = {
  programme: Programme
  trainers: readonly NamedMember[]
  /** Tells the second click of this page from another visit. */
  formKey: string
  refusal: Refusal | null
}

/** The list of dated sessions; under it, for operators, the form. */
export function SessionsPage(props: SessionsProps) {
  const { page, scheduled, form } = props
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

function ScheduleForm({ page, programme, trainers, formKey, refusal }: FormProps & { page: PageContext }) {
  const { language } = page
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })
  const trainings = programme.trainings.map(({ id, title }) => ({
    value: id,
    label: `${id} ${title[language]}`,
  }))
  return (
    <form method="post" action={sessionUrls.staff} noValidate>
      <input type="hidden" name="page" value={formKey} />
      <h2>{words.schedule}</h2>
      <SelectField {...field('training')} label={words.training} choices={trainings} empty={words.choose} />
      <WhenFields page={page} refusal={refusal} />
      <TextField
        {...field('capacity')}
        label={words.capacity}
        inputMode="numeric"
        width="short"
        maxLength={4}
      />
      <SelectField
        {...field('trainer')}
        label={words.trainer}
        hint={words.trainerHint}
        choices={trainers.map(({ personId, name }) => ({ value: personId, label: name }))}
        empty={words.choose}
      />
      <TextField
        {...field('room')}
        label={words.room}
        hint={words.roomHint}
        type="url"
        maxLength={500}
        optional
      />
      <Button>{words.submit}</Button>
    </form>
  )
}

/** Date, hour and place; and, when that hour comes twice, which of the two. */
export function WhenFields({ page, refusal }: { page: PageContext; refusal: Refusal | null }) {
  const { language } = page
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })
  return (
    <>
      <TextField {...field('date')} label={words.date} type="date" width="medium" />
      <TextField {...field('time')} label={words.time} hint={words.timeHint} width="short" maxLength={8} />
      <SelectField {...field('zone')} label={words.zone} choices={zoneChoices(page)} />
      {refusal?.twice && (
        <RadioGroup
          {...field('occurrence')}
          label={words.occurrence}
          choices={twiceChoices(page, refusal.twice)}
        />
      )}
    </>
  )
}

function zoneChoices({ language }: PageContext) {
  const { zones } = uiTexts[language].format
  return sessionZones.map((zone) => ({ value: zone, label: zones[zone]?.time ?? zone }))
}

function twiceChoices({ language }: PageContext, { first, second, zone }: Twice) {
  const moment = (instant: Date) => formatDateTime(instant, { zone, language })
  return [
    { value: 'first', label: moment(first) },
    { value: 'second', label: moment(second) },
  ]
}
