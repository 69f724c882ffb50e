import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDateTime } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Tag } from '../../ui/tag.tsx'
import { trainingUrls } from '../trainings/urls.ts'
import { texts } from './texts.ts'
import { hasSeat, seatsLeft, type TrainingSession } from './training-session.ts'
import { bookUrl } from './urls.ts'

type Language = PageContext['language']

/** `6 places sur 30 restent.` */
export function seatsWords(
  session: Pick<TrainingSession, 'capacity' | 'seatsTaken'>,
  language: Language,
): string {
  return texts[language].seats(seatsLeft(session), session.capacity)
}

/** The next date of a training in one sentence, with its zone. */
export function nextWords(session: TrainingSession, language: Language): string {
  const moment = formatDateTime(session.startsAt, { zone: session.zone, language })
  return texts[language].next(moment, seatsWords(session, language))
}

type ListProps = {
  page: PageContext
  sessions: readonly TrainingSession[]
  /** Token of the diagnostic that led here, passed on to the booking. */
  diagnostic: string | null
  /** The zone of the reader's shop, when it is known. */
  readerZone?: string | undefined
}

/** Dates to choose from: when, how many seats, one button each; a full one says so and leads to its waiting list. */
export function SessionList({ page, sessions, diagnostic, readerZone }: ListProps) {
  if (sessions.length === 0) return <NoSession page={page} />
  const soonest = sessions.find(hasSeat)
  return (
    <ul class="sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionLine {...{ page, session, diagnostic, readerZone }} isSoonest={session === soonest} />
        </li>
      ))}
    </ul>
  )
}

type LineProps = Omit<ListProps, 'sessions'> & { session: TrainingSession; isSoonest: boolean }

function SessionLine({ page: { language }, session, diagnostic, readerZone, isSoonest }: LineProps) {
  const words = texts[language]
  const moment = formatDateTime(session.startsAt, { zone: session.zone, language, readerZone })
  return (
    <>
      <h3>{moment}</h3>
      <p class="soft">{words.trainer(session.trainer)}</p>
      {hasSeat(session) ? (
        <>
          <p>{seatsWords(session, language)}</p>
          <ButtonLink href={bookUrl(session.id, diagnostic)} kind={isSoonest ? 'main' : 'plain'}>
            {words.book}
            <span class="unseen"> {words.bookFor(moment)}</span>
          </ButtonLink>
        </>
      ) : (
        <>
          <p>
            <Tag kind="warning">{words.full}</Tag>
          </p>
          <p>
            <a href={bookUrl(session.id, diagnostic)}>
              {words.wait}
              <span class="unseen"> {words.bookFor(moment)}</span>
            </a>
          </p>
        </>
      )}
    </>
  )
}

function NoSession({ page: { language } }: { page: PageContext }) {
  const words = texts[language]
  return (
    <Empty title={words.none}>
      <p>{words.noneText}</p>
      <p>
        <a href={trainingUrls.catalogue}>{words.allTrainings}</a>
      </p>
    </Empty>
  )
}
