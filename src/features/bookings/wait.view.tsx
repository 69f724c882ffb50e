/** Pages of a place in line and of the seat on offer, and their lines in one's own space. */
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { trainingUrl, trainingUrls } from '../trainings/urls.ts'
import { momentWords, trainingTitle } from './tell-booking.ts'
import { untilWords } from './tell-waiting.ts'
import { bookingUrls, waitingUrls } from './urls.ts'
import { standingOf, type Standing, type WaitlistEntry } from './waiting.ts'
import { waitingTexts } from './waiting-texts.ts'

type EntryProps = { page: PageContext; programme: Programme; entry: WaitlistEntry; now: Date }

/** Where one stands: a rank, a seat on offer with its two buttons, or how it ended. */
export function EntryPage({ page, programme, entry, now }: EntryProps) {
  const { language } = page
  const standing = standingOf(entry, now)
  const title = waitingTexts[language].entry.titles[standing]
  return (
    <Page page={page} title={title} isPrivate>
      <h1>{title}</h1>
      {standing === 'waiting' && <Waiting page={page} entry={entry} />}
      {standing === 'offered' && <Offered page={page} entry={entry} />}
      {endings[standing] && <p>{waitingTexts[language].entry[endings[standing]]}</p>}
      <EntryFacts {...{ page, programme, entry }} />
      <Ways {...{ page, programme, entry, standing }} />
    </Page>
  )
}

const endings: Partial<Record<Standing, 'accepted' | 'left' | 'lapsed' | 'over' | 'calledOff'>> = {
  accepted: 'accepted',
  left: 'left',
  lapsed: 'lapsed',
  over: 'over',
  'called-off': 'calledOff',
}

type Props = Pick<EntryProps, 'page' | 'entry'>

function Waiting({ page: { language }, entry }: Props) {
  const words = waitingTexts[language].entry
  return (
    <>
      <p class="lead">{words.rank(entry.rank ?? 1)}</p>
      <p>{words.promise}</p>
      <p>{words.sent(entry.email)}</p>
    </>
  )
}

function Offered({ page: { language }, entry }: Props) {
  const words = waitingTexts[language].entry
  return (
    <p class="lead">
      <strong>{words.held(untilWords(entry, language))}</strong> {words.after}
    </p>
  )
}

function EntryFacts({ page: { language }, programme, entry }: Omit<EntryProps, 'now'>) {
  const words = waitingTexts[language].entry
  const facts = [
    { term: words.training, value: <strong>{trainingTitle(programme, entry, language)}</strong> },
    { term: words.when, value: <strong>{momentWords(entry, language)}</strong> },
    { term: words.with, value: entry.session.trainer },
    ...(entry.business ? [{ term: words.for, value: entry.business.name }] : []),
  ]
  return <Facts facts={facts} />
}

type WaysProps = Omit<EntryProps, 'now'> & { standing: Standing }

/** What one can do from here. */
function Ways({ page, programme, entry, standing }: WaysProps) {
  const words = waitingTexts[page.language].entry
  if (standing === 'waiting' || standing === 'offered')
    return <LiveWays page={page} {...{ entry, standing }} />
  if (standing === 'accepted' && entry.bookingToken !== null)
    return <ButtonLink href={bookingUrls.booking(entry.bookingToken)}>{words.booking}</ButtonLink>
  const slug = findTraining(programme, entry.session.trainingId)?.slug
  const mayWait = standing === 'left' || standing === 'lapsed'
  return (
    <ButtonRow>
      {mayWait && <ButtonLink href={bookUrl(entry.session.id)}>{words.again}</ButtonLink>}
      <ButtonLink href={slug ? trainingUrl(slug) : trainingUrls.catalogue} kind={mayWait ? 'plain' : 'main'}>
        {words.otherDates}
      </ButtonLink>
    </ButtonRow>
  )
}

function LiveWays({ page: { language }, entry, standing }: Props & { standing: 'waiting' | 'offered' }) {
  const words = waitingTexts[language].entry
  const isOffered = standing === 'offered'
  return (
    <>
      {isOffered && (
        <form method="post" action={waitingUrls.take(entry.token)}>
          <Button>{words.take}</Button>
        </form>
      )}
      <form method="post" action={waitingUrls.leave(entry.token)}>
        <Button kind="plain">{isOffered ? words.letGo : words.leave}</Button>
      </form>
      <p class="soft">{words.keep}</p>
    </>
  )
}

type LeaveProps = Omit<EntryProps, 'now'> & { standing: 'waiting' | 'offered' }

/** Asks before the place goes: a link followed by a mail scanner must change nothing. */
export function LeavePage({ page, programme, entry, standing }: LeaveProps) {
  const { language } = page
  const words = waitingTexts[language]
  const title = words.leave.titles[standing]
  return (
    <Page page={page} title={title} isPrivate>
      <h1>{title}</h1>
      <p class="lead">
        {words.leave.question(trainingTitle(programme, entry, language), momentWords(entry, language))}
      </p>
      <form method="post" action={waitingUrls.leave(entry.token)}>
        <p>{words.leave.consequence[standing]}</p>
        <ButtonRow>
          <Button>{standing === 'offered' ? words.entry.letGo : words.entry.leave}</Button>
          <ButtonLink href={waitingUrls.entry(entry.token)} kind="plain">
            {words.leave.stay[standing]}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  )
}

type ListProps = { page: PageContext; programme: Programme; now: Date; entries: readonly WaitlistEntry[] }

/** In one's own space: where one waits, and what is on offer. */
export function WaitingList({ page: { language }, programme, now, entries }: ListProps) {
  const words = waitingTexts[language].mySpace
  if (entries.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <ul class="sessions">
        {entries.map((entry) => (
          <li key={entry.id}>
            <h3>
              <a href={waitingUrls.entry(entry.token)}>{trainingTitle(programme, entry, language)}</a>
            </h3>
            <p>{momentWords(entry, language)}</p>
            <StandingLine {...{ language, now, entry }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type LineProps = { language: PageContext['language']; now: Date; entry: WaitlistEntry }

function StandingLine({ language, now, entry }: LineProps) {
  const words = waitingTexts[language]
  const standing = standingOf(entry, now)
  if (standing === 'waiting') return <p>{words.mySpace.waiting(entry.rank ?? 1)}</p>
  if (standing !== 'offered') return <p>{words.entry.titles[standing]}</p>
  return (
    <p>
      <strong>{words.mySpace.offered(untilWords(entry, language))}</strong>
    </p>
  )
}
