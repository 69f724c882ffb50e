/** The list on which who ran a session notes who came. */
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Tick } from '../../ui/field.tsx'
import { formatDateTime, formatMinutes, formatTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { Actor } from '../accounts/person.ts'
import { About } from '../bookings/staff.view.tsx'
import { shortMoment, trainingTitle } from '../bookings/tell-booking.ts'
import type { Programme } from '../programmes/programme.ts'
import { maySeeContacts, type TrainingSession } from '../training-sessions/training-session.ts'
import { attendanceUrl, staffSessionUrl } from '../training-sessions/urls.ts'
import {
  declaredStates,
  fieldOfPlace,
  markValue,
  type AttendanceLine,
  type Undeclarable,
} from './declaration.ts'
import { declaredTexts } from './declared-texts.ts'
import { attendanceUrls } from './urls.ts'

/** What was just saved; names of those whom somebody else noted, and of those who are gone. */
export type Saved = {
  lines: readonly AttendanceLine[]
  overtaken: readonly string[]
  gone: readonly string[]
}

type AttendanceProps = {
  page: PageContext
  programme: Programme
  actor: Actor
  session: TrainingSession
  lines: readonly AttendanceLine[]
  /** Null: the viewer may note now. */
  why: Undeclarable['kind'] | null
  saved: Saved | null
}

/** Every line with its dots, and beside them each fact by its name. */
export function AttendancePage(props: AttendanceProps) {
  const { page, programme, session, lines, why } = props
  const { language } = page
  const words = declaredTexts[language]
  const title = words.title(trainingTitle(programme, { session }, language))
  return (
    <StaffPage page={page} title={title} context={<Beside {...props} />}>
      <h1>{title}</h1>
      <p class="lead">{shortMoment({ session }, language)}</p>
      <SavedNotice {...props} />
      <WhyNot {...props} />
      {lines.length === 0 && (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
        </Empty>
      )}
      {lines.length > 0 && why === null && <DeclareForm {...props} />}
      {lines.length > 0 && why !== null && <LineList {...props} />}
      <p>
        <a href={staffSessionUrl(session.id)}>{words.back}</a>
      </p>
    </StaffPage>
  )
}

function SavedNotice({ page: { language }, saved }: AttendanceProps) {
  if (!saved) return null
  const words = declaredTexts[language]
  const { lines, overtaken, gone } = saved
  return (
    <Notice language={language} kind={gone.length > 0 ? 'warning' : 'done'}>
      <p>{words.saved(lines.length)}</p>
      {lines.length > 0 && (
        <ul class="bare">
          {lines.map((line) => (
            <li key={line.place}>
              {words.savedLine(
                nameOf(line, language),
                line.declared ? words.states[line.declared.state] : '',
              )}
            </li>
          ))}
        </ul>
      )}
      {overtaken.length > 0 && <p>{words.overtaken(overtaken.join(', '))}</p>}
      {gone.length > 0 && <p>{words.gone(gone.map((name) => name || words.unnamed).join(', '))}</p>}
    </Notice>
  )
}

function WhyNot({ page: { language }, session, why }: AttendanceProps) {
  const words = declaredTexts[language]
  if (why === 'called-off') return <p>{words.calledOff}</p>
  if (why === 'forbidden') return <p>{words.onlyTrainer}</p>
  if (why !== 'too-early') return null
  return <p>{words.tooEarly(formatDateTime(session.startsAt, { zone: session.zone, language }))}</p>
}

function DeclareForm(props: AttendanceProps) {
  const words = declaredTexts[props.page.language]
  return (
    <form method="post" action={attendanceUrl(props.session.id)}>
      <LineList {...props} />
      <ButtonRow>
        <Button>{words.save}</Button>
        <Button kind="plain" name="reste" value="present">
          {words.rest}
        </Button>
      </ButtonRow>
    </form>
  )
}

function LineList(props: AttendanceProps) {
  return (
    <ul class="attendance">
      {props.lines.map((line) => (
        <li key={line.place}>
          {props.why === null ? <Dots {...props} line={line} /> : <Line {...props} line={line} />}
        </li>
      ))}
    </ul>
  )
}

type LineProps = AttendanceProps & { line: AttendanceLine }

export function nameOf(line: AttendanceLine, language: PageContext['language']): string {
  const words = declaredTexts[language]
  const { name, businessName, with: holder } = line
  const along = holder === null ? '' : words.with(holder || words.unnamed)
  return (name || words.unnamed) + (businessName === null ? '' : words.of(businessName)) + along
}

function Line({ page: { language }, session, line }: LineProps) {
  return (
    <>
      <p>
        <b>{nameOf(line, language)}</b>
      </p>
      <LineFacts language={language} session={session} line={line} />
    </>
  )
}

function Dots({ page: { language }, session, line }: LineProps) {
  const words = declaredTexts[language]
  const name = fieldOfPlace(line.place)
  const was = line.declared?.state ?? null
  return (
    <fieldset>
      <legend>{nameOf(line, language)}</legend>
      <div class="attendance-dots">
        {declaredStates.map((state) => (
          <Tick
            key={state}
            id={`${name}-${state}`}
            name={name}
            choice={{ value: markValue(was, state), label: words.states[state] }}
            checked={state === was}
          />
        ))}
      </div>
      <LineFacts language={language} session={session} line={line} />
    </fieldset>
  )
}

type FactsProps = { language: PageContext['language']; session: TrainingSession; line: AttendanceLine }

/** Each by its own name: none is made of another. */
function LineFacts({ language, session: { zone }, line }: FactsProps) {
  const { joinedAt, minutes, declared } = line
  const words = declaredTexts[language]
  const { facts, states } = words
  const when = (instant: Date) => formatDateTime(instant, { zone, language })
  return (
    <ul class="attendance-facts">
      <li>
        {declared ? facts.declared(states[declared.state], declared.by, when(declared.at)) : facts.undeclared}
      </li>
      {line.with === null && (
        <>
          <li>{joinedAt ? facts.joined(formatTime(joinedAt, zone, language)) : facts.notJoined}</li>
          <li>{minutes === null ? facts.unmeasured : facts.minutes(formatMinutes(minutes, language))}</li>
        </>
      )}
    </ul>
  )
}

function Beside({ page, actor, session }: AttendanceProps) {
  const words = declaredTexts[page.language]
  return (
    <>
      <About page={page} session={session} />
      <h2>{words.take}</h2>
      <ButtonRow>
        <ButtonLink href={attendanceUrls.sheet(session.id)} kind="plain">
          {words.sheet}
        </ButtonLink>
        <ButtonLink href={attendanceUrls.table(session.id)} kind="plain">
          {words.table}
        </ButtonLink>
      </ButtonRow>
      {!maySeeContacts(actor) && <p class="soft">{words.hidden}</p>}
      <h2>{words.reading}</h2>
      {words.readings.map((reading) => (
        <p key={reading}>{reading}</p>
      ))}
      <p>{words.excusedRule}</p>
    </>
  )
}
