/** The page of a replay: the player, its chapters and, beside it, what is said. */
import { ButtonLink } from '../../ui/button.tsx'
import { DataBlock } from '../../ui/data-block.tsx'
import { formatDate, formatNumber, formatSeconds } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { programmeZone } from '../programmes/programme.ts'
import { isElsewhere } from '../programmes/replay.ts'
import { replayFileUrl, trainingUrl } from '../trainings/urls.ts'
import { markOf } from './transcript.ts'
import { Transcript } from './transcript.view.tsx'
import { texts } from './texts.ts'
import { momentUrl, replayUrls } from './urls.ts'
import { videoDataOf } from './video-data.ts'
import { speeds, type ReplayView } from './view.ts'

export function ReplayPage({ view }: { view: ReplayView }) {
  const { page, training, replay, reservation } = view
  const { language, publicUrl } = page
  const words = texts[language]
  const title = words.title(training.title[language])
  return (
    <Page
      page={page}
      title={title}
      description={training.outcome[language]}
      isPrivate={reservation !== null}
      island="replay"
    >
      <h1 class="wide">{title}</h1>
      <p class="lead wide">
        {words.lead(formatSeconds(replay.seconds, language), dayWords(view))} {replay.note?.[language]}
      </p>
      {isElsewhere(replay) && <p>{words.elsewhere(new URL(replay.video).host)}</p>}
      <div class="replay wide" data-replay={training.id} {...reporting(view)}>
        <div class="replay-player">
          <Player view={view} />
          <Resumed view={view} />
          <Speeds view={view} />
          <Chapters view={view} />
        </div>
        <Transcript view={view} />
      </div>
      <Files view={view} />
      <p>
        <ButtonLink href={trainingUrl(training.slug)} kind="plain">
          {words.back}
        </ButtonLink>
      </p>
      <DataBlock data={videoDataOf({ training, replay, language, publicUrl })} />
    </Page>
  )
}

type Props = { view: ReplayView }

/** What the script needs to know: where to report, and for whom. */
function reporting({ training, isRecognised, reservation }: ReplayView) {
  return {
    'data-report': isRecognised ? replayUrls.watched(training.slug) : undefined,
    'data-reservation': reservation ?? undefined,
  }
}

function dayWords({ page, replay }: ReplayView): string {
  return formatDate(new Date(`${replay.recordedOn}T12:00:00Z`), programmeZone, page.language)
}

/** The browser's own player, at its moment; without a script too. */
function Player({ view }: Props) {
  const { page, training, replay, script, at } = view
  const words = texts[page.language]
  const source = replayFileUrl(replay.video)
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- it has: every replay comes with captions
    <video
      id={replayUrls.playerAnchor}
      controls
      playsInline
      preload="metadata"
      poster={replay.poster === undefined ? undefined : replayFileUrl(replay.poster)}
      aria-label={words.player(training.title[page.language])}
      src={at > 0 ? `${source}#t=${at}` : source}
    >
      {tracksOf(view, 'captions').map(([language, file]) => (
        <track
          key={language}
          kind="captions"
          src={replayFileUrl(file)}
          srcLang={language}
          label={words.captions[language]}
          default={language === script.language}
        />
      ))}
      {tracksOf(view, 'chapters').map(([language, file]) => (
        <track
          key={language}
          kind="chapters"
          src={replayFileUrl(file)}
          srcLang={language}
          label={words.chapters}
        />
      ))}
      {words.cannotPlay} <a href={source}>{words.download}</a>
    </video>
  )
}

function tracksOf({ replay }: ReplayView, kind: 'captions' | 'chapters') {
  return (['fr', 'en'] as const).flatMap((language) => {
    const file = replay[kind][language]
    return file === undefined ? [] : [[language, file] as const]
  })
}

/** Where one goes on; the script shows it too for who is remembered by the browser only. */
function Resumed({ view }: Props) {
  const { page, training, replay, at, isResumed, isRecognised, watchedSeconds, reservation } = view
  const words = texts[page.language]
  const length = (seconds: number) => formatSeconds(seconds, page.language)
  return (
    <div class="replay-memory">
      <p data-resumed={words.resumed('–')} hidden={!isResumed}>
        <span>{words.resumed(markOf(at))}</span>{' '}
        <a href={momentUrl({ slug: training.slug, at: 0, reservation })} data-at="0">
          {words.fromStart}
        </a>
      </p>
      {watchedSeconds > 0 && <p>{words.watched(length(watchedSeconds), length(replay.seconds))}</p>}
      {isRecognised && <p class="soft">{words.remembered}</p>}
    </div>
  )
}

/** Shown by the script: without it they could do nothing. */
function Speeds({ view: { page } }: Props) {
  const words = texts[page.language]
  return (
    <fieldset class="speeds" hidden>
      <legend>{words.speed}</legend>
      {speeds.map((speed) => (
        <button key={speed} type="button" data-speed={speed} aria-pressed={speed === 1}>
          {words.speedOf(formatNumber(speed, page.language))}
        </button>
      ))}
    </fieldset>
  )
}

function Chapters({ view: { page, training, script, reservation } }: Props) {
  if (script.chapters.length === 0) return null
  return (
    <nav class="chapters" aria-labelledby="chapitres">
      <h2 id="chapitres">{texts[page.language].chapters}</h2>
      <ol>
        {script.chapters.map(({ from, words }) => (
          <li key={from}>
            <a href={momentUrl({ slug: training.slug, at: from, reservation })} data-at={from}>
              <span class="mark">{markOf(from)}</span> {words}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Files({ view }: Props) {
  const { page, training, script } = view
  const words = texts[page.language]
  return (
    <section class="stack">
      <h2>{words.files}</h2>
      <ul class="bare">
        <li>
          <a href={replayUrls.transcript(training.slug, script.language)} download>
            {words.transcriptFile}
          </a>
        </li>
        {tracksOf(view, 'captions').map(([language, file]) => (
          <li key={language}>
            <a href={replayFileUrl(file)} download>
              {words.captionsFile(words.captions[language])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
