/** The room for who runs the session. */
import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { TextField, Tick } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDateTime, formatTime } from '../../ui/format.ts'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { roomClosesAt, roomOpensAt } from '../bookings/room-times.ts'
import { trainingTitle } from '../bookings/tell-booking.ts'
import { bookingUrls } from '../bookings/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import type { BoardData } from './board.ts'
import { limits } from './room.ts'
import { StaffBoard } from './staff-board.view.tsx'
import { texts } from './texts.ts'
import { roomPaths } from './urls.ts'
import { VideoLink } from './video.view.tsx'
import { recogniseRoom } from './room-provider.ts'

/** A form that came back, with what was typed, or a sentence about something else that could not be done. */
export type StaffRefusal = { typed: Typed; errors: FieldErrors; sentence: string | null }

type HostProps = {
  page: PageContext
  programme: Programme
  session: TrainingSession
  board: BoardData
  refusal: StaffRefusal | null
  /** Over or called off: there is nothing left to do. */
  isClosed: boolean
}

export function HostPage(props: HostProps) {
  const { page, programme, session, board, refusal, isClosed } = props
  const { language } = page
  const words = texts[language]
  const title = words.staff.title(trainingTitle(programme, { session }, language))
  return (
    <StaffPage page={page} title={title} context={<About {...props} />} island="liveRoom">
      <FormErrors language={language} words={words.errors} errors={refusal?.errors} />
      <h1>{title}</h1>
      {isClosed && (
        <Notice language={language}>
          <p>{words.staff.closed}</p>
        </Notice>
      )}
      {refusal?.sentence && (
        <Notice language={language} kind="warning">
          <p>{refusal.sentence}</p>
        </Notice>
      )}
      <div id="tableau" class="room-board" data-board={JSON.stringify(board)}>
        <StaffBoard board={board} />
      </div>
      {!isClosed && <PollForm {...props} />}
      <p>
        <a href={bookingUrls.staffRoom(session.id)}>{words.refresh}</a>
      </p>
    </StaffPage>
  )
}

function About({ page: { language }, session, board, refusal, isClosed }: HostProps) {
  const { zone, startsAt, trainer, roomUrl } = session
  const words = texts[language].staff
  const video = roomUrl === null ? null : recogniseRoom(roomUrl)
  const facts = [
    { term: words.when, value: formatDateTime(startsAt, { zone, language }) },
    { term: words.trainer, value: trainer },
    { term: words.opens, value: formatTime(roomOpensAt(session), zone, language) },
    { term: words.closes, value: formatTime(roomClosesAt(session), zone, language) },
  ]
  return (
    <>
      <h2>{words.about}</h2>
      <Facts facts={facts} />
      <VideoLink language={language} video={video} />
      {!isClosed && <SlidesForm {...{ language, board, refusal }} />}
      <p>
        <a href={staffSessionUrl(session.id)}>{words.back}</a>
      </p>
    </>
  )
}

function SlidesForm({
  language,
  board,
  refusal,
}: Pick<HostProps, 'board' | 'refusal'> & Pick<PageContext, 'language'>) {
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })('slides')
  return (
    <form
      class="room-form"
      method="post"
      action={board.room + roomPaths.slides}
      data-live
      data-keeps
      noValidate
    >
      <TextField
        {...field}
        value={field.value ?? board.news.slidesUrl ?? ''}
        label={words.slides}
        hint={words.slidesHint}
        type="url"
        inputMode="url"
        maxLength={500}
        optional
      />
      <Button kind="plain">{words.submitSlides}</Button>
      <output class="said" data-said />
    </form>
  )
}

function PollForm({ page: { language }, board, refusal }: HostProps) {
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })
  const isLive = refusal?.typed['results'] === '1'
  return (
    <form class="room-form" method="post" action={board.room + roomPaths.polls} data-live noValidate>
      <h2>{words.write}</h2>
      <input type="hidden" name="page" value={board.formKey} />
      <TextField {...field('words')} label={words.words} maxLength={limits.poll} />
      <LongTextField {...field('options')} label={words.options} hint={words.optionsHint} rows={4} />
      <Tick
        type="checkbox"
        id="results"
        name="results"
        choice={{ value: '1', label: words.live }}
        checked={isLive}
      />
      <Button>{words.submitPoll}</Button>
      <output class="said" data-said />
    </form>
  )
}
