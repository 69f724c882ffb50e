/** The pages of a session that changes: its form, what will change and for how many, and why it cannot. */
import type { Typed } from '../../core/form.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { NamedMember } from '../accounts/person.ts'
import type { Programme } from '../programmes/programme.ts'
import {
  isSameMoment,
  type ChangeableSession,
  type SessionFacts,
  type Unchangeable,
} from '../training-sessions/change.ts'
import { WhenFields, type Refusal } from '../training-sessions/schedule-fields.view.tsx'
import { texts as sessionTexts } from '../training-sessions/texts.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { About } from './staff.view.tsx'
import { shortMoment, trainingTitle } from './tell-booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

type SessionProps = { page: PageContext; programme: Programme; session: ChangeableSession }

type MoveProps = SessionProps & {
  /** Who may run it; null for who may not hand it over. */
  trainers: readonly NamedMember[] | null
  /** Tells the second click of this page from another visit. */
  formKey: string
  refusal: Refusal
  isChangedMeanwhile: boolean
}

/** The form as the session is, or as it was typed; the session as it is beside it. */
export function MovePage(props: MoveProps) {
  const { page, session, refusal } = props
  const { language } = page
  const words = texts[language].change
  return (
    <StaffPage page={page} title={words.title} context={<About page={page} session={session} />}>
      <FormErrors language={language} words={sessionTexts[language].errors} errors={refusal.errors} />
      <h1>{words.title}</h1>
      <SessionLead {...props} />
      {props.isChangedMeanwhile && <ChangedMeanwhile {...props} />}
      <p>{words.intro}</p>
      <MoveForm {...props} />
      <p>
        <a href={staffSessionUrl(session.id)}>{words.back}</a>
      </p>
    </StaffPage>
  )
}

function MoveForm({ page, session, trainers, formKey, refusal }: MoveProps) {
  const { language } = page
  const words = texts[language].change
  const fields = sessionTexts[language].staff
  const field = fieldsOf({ language, words: sessionTexts[language].errors, ...refusal })
  return (
    <form method="post" action={bookingUrls.move(session.id)} noValidate>
      <input type="hidden" name="page" value={formKey} />
      <input type="hidden" name="version" value={session.version} />
      <WhenFields page={page} refusal={refusal} />
      <TextField {...field('room')} label={fields.room} type="url" maxLength={500} optional />
      {trainers && (
        <SelectField
          {...field('trainer')}
          label={fields.trainer}
          choices={trainers
            .filter(({ personId }) => personId !== session.trainerPersonId)
            .map(({ personId, name }) => ({ value: personId, label: name }))}
          empty={words.sameTrainer(session.trainer)}
        />
      )}
      <Button name="step" value="check">
        {words.check}
      </Button>
    </form>
  )
}

/** What the session is called and when it is, as it stands. */
export function SessionLead({ page: { language }, programme, session }: SessionProps) {
  return (
    <p class="lead">
      {trainingTitle(programme, { session }, language)}
      <br />
      {shortMoment({ session }, language)}
    </p>
  )
}

/** Another of the team was quicker: what the session is now. */
export function ChangedMeanwhile({ page: { language }, session }: SessionProps) {
  const words = texts[language].change
  return (
    <Notice language={language} kind="warning">
      <p>{words.meanwhile(shortMoment({ session }, language))}</p>
    </Notice>
  )
}

type ConfirmProps = SessionProps & { typed: Typed; facts: SessionFacts; told: number }

/** Before and after, and how many will be told; nothing has changed yet. */
export function ConfirmMovePage({ page, programme, session, typed, facts, told }: ConfirmProps) {
  const { language } = page
  const words = texts[language].change
  return (
    <StaffPage page={page} title={words.confirmTitle} context={<About page={page} session={session} />}>
      <h1>{words.confirmTitle}</h1>
      <p class="lead">{trainingTitle(programme, { session }, language)}</p>
      <Differences {...{ page, session, facts }} />
      <p>{words.told(told)}</p>
      <form method="post" action={bookingUrls.move(session.id)}>
        {['date', 'time', 'zone', 'occurrence', 'room', 'trainer', 'version', 'page'].map((name) => (
          <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
        ))}
        <ButtonRow>
          <Button name="step" value="confirm">
            {words.confirm(told)}
          </Button>
          <Button name="step" value="edit" kind="plain">
            {words.correct}
          </Button>
        </ButtonRow>
      </form>
    </StaffPage>
  )
}

type DifferencesProps = Pick<ConfirmProps, 'page' | 'session' | 'facts'>

/** Only what changes, before and after under each other: a link is long, a phone is not wide. */
function Differences({ page: { language }, session, facts }: DifferencesProps) {
  const words = texts[language].change
  const roster = texts[language].roster
  const moment = (one: SessionFacts) => shortMoment({ session: { ...session, ...one } }, language)
  const room = (one: SessionFacts) => one.roomUrl ?? words.noRoom
  const rows: [term: string, before: string, after: string][] = [
    ...(isSameMoment(session, facts) ? [] : [row(roster.when, moment(session), moment(facts))]),
    ...(session.roomUrl === facts.roomUrl ? [] : [row(roster.room, room(session), room(facts))]),
    ...(session.trainer === facts.trainer ? [] : [row(roster.trainer, session.trainer, facts.trainer)]),
  ]
  const shown = rows.map(([term, before, after]) => ({
    term,
    value: (
      <>
        {words.before(before)}
        <br />
        <strong>{words.after(after)}</strong>
      </>
    ),
  }))
  return <Facts facts={shown} />
}

function row(...cells: [term: string, before: string, after: string]): typeof cells {
  return cells
}

/** Begun, called off already, or not for this person to change. */
export function UnchangeablePage({
  page,
  programme,
  session,
  why,
}: SessionProps & { why: Unchangeable['kind'] }) {
  const words = texts[page.language].change
  return (
    <StaffPage page={page} title={words.unchangeableTitle}>
      <h1>{words.unchangeableTitle}</h1>
      <SessionLead {...{ page, programme, session }} />
      <p>{words.unchangeable[why]}</p>
      <ButtonLink href={staffSessionUrl(session.id)}>{words.back}</ButtonLink>
    </StaffPage>
  )
}
