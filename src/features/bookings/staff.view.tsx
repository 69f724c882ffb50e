import { ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { formatShortDate } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Actor } from '../accounts/person.ts'
import type { Programme } from '../programmes/programme.ts'
import type { SessionChange } from '../training-sessions/change.ts'
import { seatsWords } from '../training-sessions/sessions.view.tsx'
import {
  isOpen,
  maySchedule,
  maySeeContacts,
  type TrainingSession,
} from '../training-sessions/training-session.ts'
import { texts as sessionTexts } from '../training-sessions/texts.ts'
import { attendanceUrl, duplicateUrl, sessionUrls } from '../training-sessions/urls.ts'
import { mayBookForOwners, type RosterLine } from './booking.ts'
import { mayHost } from './host.ts'
import { isRoomNear } from './room-times.ts'
import { CapacityForm, WaitingTable, type RefusedCapacity } from './staff-line.view.tsx'
import { shortMoment, trainingTitle } from './tell-booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'
import type { WaitingLine } from './waiting.ts'
import { waitingTexts } from './waiting-texts.ts'

type RosterProps = {
  page: PageContext
  programme: Programme
  actor: Actor
  session: TrainingSession
  roster: readonly RosterLine[]
  /** Just made: said at the top. */
  change: SessionChange | null
  /** Why it is called off, in the words that were mailed; null when it is not, or nothing was said. */
  message: string | null
  isChangeable: boolean
  waiting: readonly WaitingLine[]
  now: Date
  /** A number of seats that was refused. */
  refusal: RefusedCapacity | null
  /** The number of seats has just been changed. */
  isChanged: boolean
  /** What became of the owner who was just enrolled. */
  enrolled: 'place' | 'attente' | 'deja' | null
}

/** The people of a session in one table, who waits in another, the session beside them. */
export function RosterPage(props: RosterProps) {
  const { page, programme, session, refusal, isChanged } = props
  const { language } = page
  const words = texts[language].roster
  const title = words.title(trainingTitle(programme, { session }, language))
  return (
    <StaffPage page={page} title={title} context={<About page={page} session={session} />}>
      <FormErrors language={language} words={{}} errors={refusal?.errors} />
      <h1>{title}</h1>
      {isChanged && (
        <Notice language={language} kind="done">
          <p>{waitingTexts[language].roster.changed(session.capacity)}</p>
        </Notice>
      )}
      <p class="lead">{shortMoment({ session }, language)}</p>
      <State {...props} />
      <HostLink {...props} />
      <Roster {...props} />
      <People {...props} />
      <WaitingTable {...props} />
      <CapacityForm {...props} />
      {!maySeeContacts(props.actor) && <p class="soft">{words.hidden}</p>}
      {props.isChangeable && <Changes {...props} />}
      {maySchedule(props.actor) && (
        <p>
          <a href={duplicateUrl(session.id)}>{sessionTexts[language].season.duplicate}</a>
        </p>
      )}
      <p>
        <a href={sessionUrls.staff}>{words.back}</a>
      </p>
    </StaffPage>
  )
}

/** What was just done, and whether the session takes place at all. */
function State({ page: { language }, session, change, message, enrolled }: RosterProps) {
  const words = texts[language].change
  return (
    <>
      {enrolled && (
        <Notice language={language} kind="done">
          <p>{texts[language].enrol.done[enrolled]}</p>
        </Notice>
      )}
      {change && (
        <Notice language={language} kind="done">
          <p>{words.done[change.kind](change.told)}</p>
        </Notice>
      )}
      {session.cancelledAt && (
        <Notice language={language} kind="warning">
          <p>{words.calledOff}</p>
          {message !== null && <p>{message}</p>}
        </Notice>
      )}
    </>
  )
}

/** What can be done for the people of the session. */
function People({ page: { language }, actor, session, now }: RosterProps) {
  const isAhead = isOpen(session, now)
  return (
    <ButtonRow>
      <ButtonLink
        href={attendanceUrl(session.id)}
        kind={isAhead || isRoomNear(session, now) ? 'plain' : 'main'}
      >
        {texts[language].roster.attendance}
      </ButtonLink>
      {mayBookForOwners(actor) && isAhead && (
        <ButtonLink href={bookingUrls.enrol(session.id)} kind="plain">
          {texts[language].enrol.link}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

/** The way to the room, for who may run the session. */
function HostLink({ page: { language }, actor, session, now }: RosterProps) {
  if (!mayHost(actor) || session.cancelledAt !== null) return null
  return (
    <p>
      <ButtonLink href={bookingUrls.staffRoom(session.id)} kind={isRoomNear(session, now) ? 'main' : 'plain'}>
        {texts[language].roster.host}
      </ButtonLink>
    </p>
  )
}

function Changes({ page: { language }, session }: RosterProps) {
  const words = texts[language]
  return (
    <ButtonRow>
      <ButtonLink href={bookingUrls.move(session.id)} kind="plain">
        {words.change.title}
      </ButtonLink>
      <ButtonLink href={bookingUrls.callOff(session.id)} kind="plain">
        {words.callOff.title}
      </ButtonLink>
    </ButtonRow>
  )
}

function Roster({ page: { language }, actor, session, roster }: RosterProps) {
  const words = texts[language].roster
  if (roster.length === 0) {
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
      </Empty>
    )
  }
  const withContacts = maySeeContacts(actor)
  const columns = words.columns
    .filter((_, index) => withContacts || index !== 1)
    .map((heading) => ({ heading }))
  const rows = roster.flatMap(({ name, email, businessName, commune, companions, bookedAt }) => {
    const holder = name || words.unnamed
    const rest = [businessName, commune, formatShortDate(bookedAt, session.zone, language)]
    const along = (companion: string) => [
      companion,
      ...(withContacts ? [words.comesWith(email ?? holder)] : []),
      ...rest,
    ]
    return [[holder, ...(withContacts ? [email] : []), ...rest], ...companions.map(along)]
  })
  return <Table caption={words.caption} columns={columns} rows={rows} />
}

/** The session beside the work. */
export function About({ page: { language }, session }: Pick<RosterProps, 'page' | 'session'>) {
  const words = texts[language].roster
  const facts = [
    { term: words.when, value: shortMoment({ session }, language) },
    { term: words.trainer, value: session.trainer },
    { term: words.seats, value: seatsWords(session, language) },
    ...(session.roomUrl ? [{ term: words.room, value: <a href={session.roomUrl}>{words.enter}</a> }] : []),
  ]
  return (
    <>
      <h2>{words.about}</h2>
      <Facts facts={facts} />
    </>
  )
}
