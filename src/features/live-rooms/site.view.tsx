/** The pages of a room for who holds a seat. */
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { BookingDetails } from '../bookings/booking.ts'
import { roomOpensAt } from '../bookings/room-times.ts'
import { momentWords, trainingTitle } from '../bookings/tell-booking.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { trainingUrl, trainingUrls } from '../trainings/urls.ts'
import { Board } from './board.view.tsx'
import type { BoardData } from './board.ts'
import { texts } from './texts.ts'
import { Video } from './video.view.tsx'

export type SeatProps = { page: PageContext; programme: Programme; booking: BookingDetails }

/** The room itself: video, poll, question, questions. */
export function RoomPage({ page, programme, booking, board, refusal }: RoomProps) {
  const { language } = page
  const title = trainingTitle(programme, booking, language)
  return (
    <Page page={page} title={texts[language].title(title)} isPrivate island="liveRoom">
      <FormErrors language={language} words={{}} errors={board.error ? { words: board.error } : {}} />
      <h1 class="room-title">{title}</h1>
      {refusal && (
        <Notice language={language} kind="warning">
          <p>{refusal}</p>
        </Notice>
      )}
      <Video language={language} roomUrl={booking.session.roomUrl} />
      <div id="tableau" class="room-board" data-board={JSON.stringify(board)}>
        <Board board={board} />
      </div>
      <output class="room-said" data-elsewhere data-words={texts[language].elsewhere} />
      <RoomFoot page={page} booking={booking} />
    </Page>
  )
}

type RoomProps = SeatProps & {
  board: BoardData
  /** What could not be done, when that is not about a field. */
  refusal: string | null
}

/** `Refresh` is for who has no script, or no stream. */
function RoomFoot({ page: { language }, booking }: Pick<SeatProps, 'page' | 'booking'>) {
  const words = texts[language]
  return (
    <ButtonRow>
      <ButtonLink href={bookingUrls.room(booking.token)} kind="plain">
        {words.refresh}
      </ButtonLink>
      <ButtonLink href={bookingUrls.booking(booking.token)} kind="quiet">
        {words.booking}
      </ButtonLink>
    </ButtonRow>
  )
}

/** Going in is a button: it is noted, and a mail scanner that follows links must not be. */
export function EnterPage({ page, programme, booking }: SeatProps) {
  const { language } = page
  const title = trainingTitle(programme, booking, language)
  return (
    <Page page={page} title={texts[language].title(title)} isPrivate>
      <h1>{title}</h1>
      <p class="lead">{momentWords(booking, language)}</p>
      <form method="post" action={bookingUrls.room(booking.token)}>
        <Button>{texts[language].enter.button}</Button>
      </form>
      <p class="soft">{texts[language].enter.text}</p>
    </Page>
  )
}

/** Before it opens: when, in the hour of the session and of the shop. */
export function EarlyPage({ page, programme, booking, isMoved }: SeatProps & { isMoved: boolean }) {
  const { language } = page
  const { session, business } = booking
  const words = texts[language].early
  const readerZone = business ? zoneOfDepartment(business.departmentCode) : undefined
  const moment = momentWords(booking, language)
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      {isMoved && (
        <Notice language={language} kind="warning">
          <p>{words.moved(moment)}</p>
        </Notice>
      )}
      <p class="lead">
        {words.opens(formatDateTime(roomOpensAt(session), { zone: session.zone, language, readerZone }))}
      </p>
      <p>{trainingTitle(programme, booking, language)}</p>
      <p>{words.session(moment)}</p>
      <p>{words.comeBack}</p>
      <RoomFoot page={page} booking={booking} />
    </Page>
  )
}

export type ShutReason = 'over' | 'calledOff' | 'cancelled'

/** The room does not open (again): why, and where to go. */
export function ShutPage({ page, programme, booking, why }: SeatProps & { why: ShutReason }) {
  const words = texts[page.language]
  const training = findTraining(programme, booking.session.trainingId)
  const href = training ? trainingUrl(training.slug) : trainingUrls.catalogue
  return (
    <Page page={page} title={words[why].title} isPrivate>
      <h1>{words[why].title}</h1>
      <p class="lead">{words[why].text}</p>
      <ButtonRow>
        <ButtonLink href={href}>{why === 'over' ? words.over.training : words.otherDates}</ButtonLink>
        <ButtonLink href={bookingUrls.booking(booking.token)} kind="plain">
          {words.booking}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}
