import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import type { Feed } from '../../ui/document-head.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatMinutes, formatSeconds } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { siteUrls } from '../../ui/urls.ts'
import type { Training, TrainingId } from '../programmes/training.ts'
import { chooseTrainings, isFiltered } from './catalogue-filter.ts'
import { shelvesOf, type Shelf } from './catalogue.ts'
import { CatalogueFilterForm, chosenWords, type FilterProps } from './filter.view.tsx'
import { texts } from './texts.ts'
import { trainingUrl, trainingUrls } from './urls.ts'

/** By training: its next date and the seats left, in words. */
export type NextDates = ReadonlyMap<TrainingId, string>

type CatalogueProps = FilterProps & {
  next: NextDates
  feeds: readonly Feed[]
  /** What follows the trainings. */
  children: ComponentChildren
}

/** The trainings that are asked for, by side of the shop; all of them when nothing is. */
export function CataloguePage(props: CatalogueProps) {
  const { page, stock, filter, next, feeds, children } = props
  const words = texts[page.language].catalogue
  const { axes, trainings } = stock.programme
  const found = chooseTrainings(stock, filter)
  return (
    <Page page={page} title={words.title} description={words.description} feeds={feeds}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(trainings.length)}</p>
      <p>
        {words.tip} <a href={siteUrls.diagnostic}>{words.start}</a>
      </p>
      {isFiltered(filter) && (
        <p>
          <b>{words.found(found.length, trainings.length)}</b> {chosenWords(props)}.{' '}
          {found.length > 0 && <a href={trainingUrls.catalogue}>{words.clear}</a>}
        </p>
      )}
      <CatalogueFilterForm page={page} stock={stock} filter={filter} />
      {found.length === 0 && <NothingFound page={page} />}
      {shelvesOf({ axes, trainings: found }).map((shelf) => (
        <TrainingShelf key={shelf.axis.id} page={page} shelf={shelf} next={next} />
      ))}
      {children}
    </Page>
  )
}

function NothingFound({ page }: { page: PageContext }) {
  const words = texts[page.language].catalogue
  return (
    <Empty title={words.nothing}>
      <p>{words.nothingText}</p>
      <p>
        <ButtonLink href={trainingUrls.catalogue} kind="plain">
          {words.clear}
        </ButtonLink>
      </p>
    </Empty>
  )
}

function TrainingShelf({ page, shelf, next }: { page: PageContext; shelf: Shelf; next: NextDates }) {
  const { axis, trainings } = shelf
  return (
    <section class="shelf wide" aria-labelledby={axis.id}>
      <h2 id={axis.id}>{axis.title[page.language]}</h2>
      <ul class="trainings">
        {trainings.map((training) => (
          <li key={training.id}>
            <TrainingCard page={page} training={training} next={next.get(training.id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type CardProps = { page: PageContext; training: Training; next: string | undefined }

function TrainingCard({ page: { language }, training, next }: CardProps) {
  const words = texts[language].catalogue
  const length = formatMinutes(training.minutes, language)
  const whole =
    training.prepMinutes === 0
      ? words.length(length)
      : words.lengthAndPreparation(length, formatMinutes(training.prepMinutes, language))
  return (
    <>
      <h3>
        <a href={trainingUrl(training.slug)}>{training.title[language]}</a>
      </h3>
      <p>{training.outcome[language]}</p>
      <p class="soft">
        {whole} {next ?? words.noDate}
      </p>
      {training.replay && (
        <p>
          <Tag kind="lit">{words.replay(formatSeconds(training.replay.seconds, language))}</Tag>
        </p>
      )}
    </>
  )
}
