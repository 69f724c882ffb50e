/** Pages of a seat that one holds: the booking, giving it back, and one's own space. */
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { learningUrls, replayUrl, trainingUrl, trainingUrls } from '../trainings/urls.ts'
import { bookingState, remindersOf, type BookingDetails } from './booking.ts'
import { isRoomNear } from './room-times.ts'
import { lengthWords, momentWords, peopleWords, preparationWords, trainingTitle } from './tell-booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

export type HeldProps = {
  page: PageContext
  programme: Programme
  booking: BookingDetails
  now: Date
}

/** `message`: why the session was called off, in the words that were mailed. */
type BookingProps = HeldProps & { message: string | null }

/** What, when, where; the calendar file; the way to give the seat back. */
export function BookingPage({ page, programme, booking, now, message }: BookingProps) {
  const words = texts[page.language].confirmation
  const isInRoom = booking.cancelledAt === null && isRoomNear(booking.session, now)
  const held = bookingState(booking, now)
  // Until the room closes, a session that has begun is not a thing of the past.
  const state = held === 'past' && isInRoom ? 'underway' : held
  const title = words.titles[state]
  return (
    <Page page={page} title={title} isPrivate>
      <h1>{title}</h1>
      {state === 'upcoming' && <p>{words.sent(booking.email)}</p>}
      {isInRoom && <RoomDoor language={page.language} token={booking.token} />}
      {state === 'past' && <p>{words.thanks}</p>}
      {state === 'cancelled' && <p>{booking.cancelledAt ? words.freed : words.calledOff}</p>}
      {message !== null && <p>{texts[page.language].mail.calledOff.message(message)}</p>}
      <HeldFacts {...{ page, programme, booking, isInRoom }} />
      {state === 'past' && <Afterwards {...{ page, programme, booking }} />}
      {state === 'upcoming' && <Upcoming page={page} booking={booking} isInRoom={isInRoom} />}
      {(state === 'past' || state === 'cancelled') && <OtherDates {...{ page, programme, booking, now }} />}
    </Page>
  )
}

/** From an hour before: our page of the room, which leads on to wherever the room is. */
function RoomDoor({ language, token }: { language: PageContext['language']; token: string }) {
  return (
    <p>
      <ButtonLink href={bookingUrls.room(token)}>{texts[language].confirmation.toRoom}</ButtonLink>
    </p>
  )
}

type FactsProps = Omit<HeldProps, 'now'>

function HeldFacts({ page: { language }, programme, booking, isInRoom }: FactsProps & { isInRoom: boolean }) {
  const words = texts[language].confirmation
  const training = findTraining(programme, booking.session.trainingId)
  const preparation = preparationWords(training, language)
  const who = peopleWords(booking, language)
  const facts = [
    { term: words.training, value: <strong>{trainingTitle(programme, booking, language)}</strong> },
    { term: words.when, value: <strong>{momentWords(booking, language)}</strong> },
    {
      term: words.where,
      value: isInRoom ? words.ourRoom : <Room language={language} roomUrl={booking.session.roomUrl} />,
    },
    { term: words.length, value: lengthWords(booking, language) },
    { term: words.with, value: booking.session.trainer },
    ...(preparation ? [{ term: words.prepare, value: preparation }] : []),
    ...(who ? [{ term: words.people, value: who }] : []),
    ...(booking.business ? [{ term: words.for, value: booking.business.name }] : []),
  ]
  return <Facts facts={facts} />
}

function Room({ language, roomUrl }: { language: PageContext['language']; roomUrl: string | null }) {
  const words = texts[language].confirmation
  if (roomUrl === null) return <>{words.online}</>
  return (
    <>
      {words.room} <a href={roomUrl}>{words.enter}</a>
    </>
  )
}

type UpcomingProps = Pick<HeldProps, 'page' | 'booking'> & { isInRoom: boolean }

function Upcoming({ page, booking, isInRoom }: UpcomingProps) {
  const words = texts[page.language].confirmation
  const [first] = remindersOf(booking.session.startsAt, booking.bookedAt)
  return (
    <>
      <ButtonRow>
        <ButtonLink href={bookingUrls.invitation(booking.token)} kind={isInRoom ? 'plain' : 'main'}>
          {words.calendar}
        </ButtonLink>
        <ButtonLink href={bookingUrls.cancel(booking.token)} kind="plain">
          {words.cancel}
        </ButtonLink>
      </ButtonRow>
      <p>
        <a href={bookingUrls.companions(booking.token)}>
          {booking.companions.length > 0 ? words.changePeople : words.addPeople}
        </a>
      </p>
      {first && <p>{words.reminders[first.kind]}</p>}
      <p class="soft">{words.keep}</p>
    </>
  )
}

/** What follows a session: its quiz, the certificate, and what one thinks of it. */
function Afterwards({ page, programme, booking }: FactsProps) {
  const words = texts[page.language].confirmation
  const training = findTraining(programme, booking.session.trainingId)
  if (!training) return null
  const { slug, quiz } = training
  return (
    <>
      {quiz && (
        <ButtonRow>
          <ButtonLink href={learningUrls.quiz(slug, booking.token)}>{words.quiz}</ButtonLink>
          <ButtonLink href={learningUrls.certificate(slug, booking.token)} kind="plain">
            {words.certificate}
          </ButtonLink>
        </ButtonRow>
      )}
      <p>
        <a href={learningUrls.feedback(slug, booking.token)}>{words.opinion}</a>
      </p>
    </>
  )
}

/** The one thing to do, unless a quiz is. */
function OtherDates({ page, programme, booking, now }: HeldProps) {
  const words = texts[page.language].confirmation
  const isPast = bookingState(booking, now) === 'past'
  const training = findTraining(programme, booking.session.trainingId)
  const kind = training?.quiz && isPast ? 'plain' : 'main'
  const href = training ? trainingUrl(training.slug) : trainingUrls.catalogue
  const replay = isPast && training?.replay ? replayUrl(training.slug, booking.token) : null
  return (
    <ButtonRow>
      {replay !== null && (
        <ButtonLink href={replay} kind={kind}>
          {words.replay}
        </ButtonLink>
      )}
      <ButtonLink href={href} kind={replay === null ? kind : 'plain'}>
        {words.bookAgain}
      </ButtonLink>
    </ButtonRow>
  )
}

/** Asks before the seat goes: a link followed by a mail scanner must change nothing. */
export function CancelPage({ page, programme, booking, now }: HeldProps) {
  const { language } = page
  const words = texts[language].cancel
  const isTooLate = bookingState(booking, now) !== 'upcoming'
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p class="lead">
        {words.question(trainingTitle(programme, booking, language), momentWords(booking, language))}
      </p>
      {isTooLate ? (
        <Notice language={language}>
          <p>{words.tooLate}</p>
        </Notice>
      ) : (
        <form method="post" action={bookingUrls.cancel(booking.token)}>
          <p>{words.consequence}</p>
          <ButtonRow>
            <Button>{words.submit}</Button>
            <ButtonLink href={bookingUrls.booking(booking.token)} kind="plain">
              {words.keep}
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </Page>
  )
}
