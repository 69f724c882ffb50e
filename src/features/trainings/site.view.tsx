import type { ComponentChildren } from 'preact'
import { ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { formatMinutes, formatSeconds } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Programme } from '../programmes/programme.ts'
import type { Replay } from '../programmes/replay.ts'
import type { Training } from '../programmes/training.ts'
import { prerequisitesOf } from './catalogue.ts'
import { texts } from './texts.ts'
import { learningUrls, replayFileUrl, replayUrl, trainingUrl, trainingUrls } from './urls.ts'

type TrainingProps = {
  page: PageContext
  programme: Programme
  training: Training
  /** Where the plan that proposes it can be read; null for a passer-by. */
  planUrl: string | null
  /** The dates. */
  children: ComponentChildren
}

/** One training: what one can do afterwards, for whom, what it costs, and its dates. */
export function TrainingPage({ page, programme, training, planUrl, children }: TrainingProps) {
  const { language } = page
  const words = texts[language].training
  const title = training.title[language]
  return (
    <Page page={page} title={title} description={training.outcome[language]}>
      {planUrl !== null && (
        <Notice language={language} title={words.fromPlan}>
          <p>
            {words.fromPlanText} <a href={planUrl}>{words.toPlan}</a>
          </p>
        </Notice>
      )}
      <h1>{title}</h1>
      <section class="outcome">
        <h2>{words.outcome}</h2>
        <p class="lead">{training.outcome[language]}</p>
      </section>
      {training.replay && <ReplayLink page={page} slug={training.slug} replay={training.replay} />}
      <h2 id="dates">{words.sessions}</h2>
      {children}
      <h2>{words.facts}</h2>
      <Facts facts={factsOf(page, programme, training)} />
      <h2>{words.accessibility}</h2>
      <Accessibility language={language} programme={programme} training={training} />
      <Afterwards language={language} training={training} />
      <p>
        <ButtonLink href={trainingUrls.catalogue} kind="plain">
          {words.all}
        </ButtonLink>
      </p>
    </Page>
  )
}

type ReplayLinkProps = { page: PageContext; slug: string; replay: Replay }

/** To the recording, for who cannot wait for a date. The words say it all: the picture is for the eye. */
function ReplayLink({ page: { language }, slug, replay }: ReplayLinkProps) {
  const words = texts[language].training
  return (
    <a class="replay-link" href={replayUrl(slug)}>
      {replay.poster !== undefined && (
        <img src={replayFileUrl(replay.poster)} alt="" width="854" height="480" loading="lazy" />
      )}
      <span>
        <b>{words.replay(formatSeconds(replay.seconds, language))}</b> {words.replayText}
      </span>
    </a>
  )
}

/** What who has followed it may do. */
function Afterwards({ language, training: { slug, quiz } }: Omit<FactProps, 'programme'>) {
  const words = texts[language].training
  if (!quiz) return null
  return (
    <>
      <h2>{words.after}</h2>
      <ButtonRow>
        <ButtonLink href={learningUrls.quiz(slug)} kind="plain">
          {words.quiz}
        </ButtonLink>
        <ButtonLink href={learningUrls.certificate(slug)} kind="plain">
          {words.certificate}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

function factsOf({ language }: PageContext, programme: Programme, training: Training) {
  const words = texts[language].training
  const preparation =
    training.prepMinutes === 0 ? words.noPreparation : formatMinutes(training.prepMinutes, language)
  const facts: [string, ComponentChildren][] = [
    [words.audience, training.audience[language]],
    [words.length, formatMinutes(training.minutes, language)],
    [words.preparation, preparation],
    [words.prerequisites, <Prerequisites language={language} programme={programme} training={training} />],
    [words.needs, training.needs?.[language]],
    [words.doneWhen, training.doneWhen[language]],
    [words.price, words.free],
    [words.cost, training.cost[language]],
    [words.freeWay, training.freeWay[language]],
    [words.trainer, training.trainer && `${training.trainer.name}, ${training.trainer.employer}`],
    [words.sponsor, training.sponsor[language]],
    [words.verify, training.verify?.[language]],
  ]
  return facts.filter(([, value]) => value !== undefined).map(([term, value]) => ({ term, value }))
}

type FactProps = Pick<TrainingProps, 'programme' | 'training'> & Pick<PageContext, 'language'>

function Prerequisites({ language, programme, training }: FactProps) {
  const before = prerequisitesOf(programme, training)
  if (before.length === 0) return <>{texts[language].training.none}</>
  return (
    <ul class="bare">
      {before.map(({ id, slug, title }) => (
        <li key={id}>
          <a href={trainingUrl(slug)}>{title[language]}</a>
        </li>
      ))}
    </ul>
  )
}

/** What the training asks of eyes, ears and hands, and whom to write to for what it does not foresee. */
function Accessibility({ language, programme, training }: FactProps) {
  const { email } = programme.contact
  return (
    <>
      {training.accessibility && <p>{training.accessibility[language]}</p>}
      <p>
        {texts[language].training.otherNeed} <a href={`mailto:${email}`}>{email}</a>
      </p>
    </>
  )
}
