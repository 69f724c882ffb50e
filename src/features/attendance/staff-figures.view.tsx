/** How full sessions were, who came and who did not: each figure with its definition. */
import { Button } from '../../ui/button.tsx'
import { Figure, FigureRow } from '../../ui/definition.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { siteUrls } from '../../ui/urls.ts'
import type { Actor } from '../accounts/person.ts'
import { findTraining, programmeZone, type Programme } from '../programmes/programme.ts'
import { attendanceFiguresUrl, attendanceUrl } from '../training-sessions/urls.ts'
import { declaredTexts } from './declared-texts.ts'
import {
  addUp,
  declaredOf,
  fillRate,
  noShowRate,
  type Counted,
  type SessionFigures,
  type Share,
  type TrainingFigures,
} from './figure.ts'
import { attendanceUrls, figuresUrl, type FiguresPeriod } from './urls.ts'

type FiguresProps = {
  page: PageContext
  programme: Programme
  actor: Actor
  /** First and last day. */
  days: FiguresPeriod
  trainings: readonly TrainingFigures[]
  /** The newest ones. */
  sessions: readonly SessionFigures[]
}

export function FiguresPage(props: FiguresProps) {
  const { page, days, trainings } = props
  const { language } = page
  const words = declaredTexts[language].figures
  const day = (date: string) => formatDate(new Date(`${date}T12:00:00Z`), programmeZone, language)
  return (
    <StaffPage page={page} title={words.title} context={<PeriodForm {...props} />}>
      <h1>{words.title}</h1>
      <p class="lead">{words.all(day(days.from), day(days.to))}</p>
      {trainings.length === 0 ? (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      ) : (
        <Figures {...props} />
      )}
      <p>
        <a href={siteUrls.staffSessions}>{words.back}</a>
      </p>
    </StaffPage>
  )
}

function PeriodForm({ page: { language }, actor, days }: FiguresProps) {
  const words = declaredTexts[language].figures
  return (
    <>
      <h2>{words.period}</h2>
      <form class="stack" method="get" action={attendanceFiguresUrl}>
        <TextField language={language} name="du" label={words.from} type="date" value={days.from} />
        <TextField language={language} name="au" label={words.to} type="date" value={days.to} />
        <Button kind="plain">{words.show}</Button>
      </form>
      <p>
        <a href={figuresUrl(attendanceUrls.figuresTable, days)}>{words.table}</a>
      </p>
      {actor.role === 'trainer' && <p class="soft">{words.own}</p>}
    </>
  )
}

function Figures(props: FiguresProps) {
  const { page, trainings, sessions } = props
  const { language } = page
  const words = declaredTexts[language].figures
  const whole = addUp(trainings)
  const isCut = sessions.length < whole.sessions
  return (
    <>
      <Definitions language={language} whole={whole} />
      <h2>{words.byTraining}</h2>
      <TrainingTable {...props} whole={whole} />
      <h2>{words.bySession}</h2>
      {isCut && <p>{words.newest(formatNumber(sessions.length, language))}</p>}
      <SessionTable {...props} />
    </>
  )
}

type Language = PageContext['language']

function Definitions({ language, whole }: { language: Language; whole: Counted }) {
  const words = declaredTexts[language].figures
  const number = (value: number) => formatNumber(value, language)
  const values = {
    fill: percent(fillRate(whole), language) ?? words.none,
    present: number(whole.present),
    noShow: percent(noShowRate(whole), language) ?? words.none,
    joined: number(whole.joined),
    stayed: number(whole.stayed),
  }
  return (
    <FigureRow>
      {(['fill', 'present', 'noShow', 'joined', 'stayed'] as const).map((id) => (
        <Figure key={id} language={language} value={values[id]} {...words.definitions[id]} />
      ))}
    </FigureRow>
  )
}

function TrainingTable({
  page: { language },
  programme,
  trainings,
  whole,
}: FiguresProps & { whole: Counted }) {
  const words = declaredTexts[language].figures
  const { training, sessions, ...rest } = headings(language)
  const rows = [
    ...trainings.map((counted) => [
      titleOf(programme, counted.trainingId, language),
      formatNumber(counted.sessions, language),
      ...cells(counted, language),
    ]),
    [<b>{words.total}</b>, formatNumber(whole.sessions, language), ...cells(whole, language)],
  ]
  return (
    <Table
      caption={words.byTraining}
      captionUnseen
      columns={[training, sessions, ...rest.facts]}
      rows={rows}
    />
  )
}

function SessionTable({ page: { language }, programme, sessions }: FiguresProps) {
  const words = declaredTexts[language].figures
  const { session, training, facts } = headings(language)
  const rows = sessions.map((counted) => [
    <a href={attendanceUrl(counted.id)}>
      {formatDateTime(counted.startsAt, { zone: counted.zone, language })}
    </a>,
    titleOf(programme, counted.trainingId, language),
    ...cells(counted, language),
  ])
  return <Table caption={words.bySession} captionUnseen columns={[session, training, ...facts]} rows={rows} />
}

function headings(language: Language) {
  const { columns } = declaredTexts[language].figures
  const numeric = (heading: string) => ({ heading, numeric: true })
  const { fill, present, noShow, joined, stayed } = columns
  return {
    training: { heading: columns.training },
    session: { heading: columns.session },
    sessions: numeric(columns.sessions),
    facts: [{ heading: fill }, numeric(present), { heading: noShow }, numeric(joined), numeric(stayed)],
  }
}

function titleOf(programme: Programme, trainingId: string, language: Language): string {
  return findTraining(programme, trainingId)?.title[language] ?? trainingId
}

function cells(counted: Counted, language: Language) {
  const number = (value: number) => formatNumber(value, language)
  const { taken, capacity, present, absent, joined, stayed } = counted
  return [
    <ShareCell language={language} share={fillRate(counted)} part={taken} whole={capacity} />,
    number(present),
    <ShareCell language={language} share={noShowRate(counted)} part={absent} whole={declaredOf(counted)} />,
    number(joined),
    number(stayed),
  ]
}

type ShareCellProps = { language: Language; share: Share; part: number; whole: number }

/** A share with what it is made of, and a bar that says the same to the eye. */
function ShareCell({ language, share, part, whole }: ShareCellProps) {
  const words = declaredTexts[language].figures
  const said = percent(share, language)
  if (share === null || said === null) return <span class="soft">{words.none}</span>
  return (
    <div class="share">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="share-whole" x="1" y="1" width="98" height="10" />
        <rect class="share-part" x="1" y="1" width={98 * share} height="10" />
      </svg>
      <span>
        {said}, {words.outOf(formatNumber(part, language), formatNumber(whole, language))}
      </span>
    </div>
  )
}

/** `43 %`; null when there is nothing to tell. */
function percent(share: Share, language: Language): string | null {
  if (share === null) return null
  const value = formatNumber(Math.round(share * 100), language)
  return language === 'fr' ? `${value}\u00a0%` : `${value}%`
}
