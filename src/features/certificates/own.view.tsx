import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { siteUrls } from '../../ui/urls.ts'
import { isPassed } from '../quizzes/quiz.ts'
import { learningUrls, trainingUrls } from '../trainings/urls.ts'
import type { Learnt } from './learnt.ts'
import { issuedWords } from './tell-certificate.ts'
import { texts } from './texts.ts'
import { certificateUrls } from './urls.ts'

type OwnProps = { page: PageContext; learnt: Learnt }

/** One's certificates, then the quizzes on the way to one. */
export function OwnPage({ page, learnt }: OwnProps) {
  const words = texts[page.language].own
  const { certificates, tried, toDo } = learnt
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      {certificates.length + tried.length + toDo.length === 0 && <Nothing page={page} />}
      <Certificates page={page} learnt={learnt} />
      <ToDo page={page} learnt={learnt} />
      <Tried page={page} learnt={learnt} />
      <p>
        <a href={siteUrls.mySpace}>{words.space}</a>
      </p>
    </Page>
  )
}

function Nothing({ page }: { page: PageContext }) {
  const words = texts[page.language].own
  return (
    <Empty title={words.empty}>
      <p>{words.emptyText}</p>
      <p>
        <ButtonLink href={trainingUrls.catalogue}>{words.choose}</ButtonLink>
      </p>
    </Empty>
  )
}

function Certificates({ page: { language }, learnt: { certificates } }: OwnProps) {
  const words = texts[language].own
  if (certificates.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.certificates}</h2>
      <ul class="sessions">
        {certificates.map((certificate) => (
          <li key={certificate.id}>
            <h3>
              <a href={certificateUrls.certificate(certificate.code)}>{certificate.title}</a>
            </h3>
            <p>
              {texts[language].certificate.issuedTerm} {issuedWords(certificate, language)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ToDo({ page: { language }, learnt: { toDo } }: OwnProps) {
  const words = texts[language].own
  if (toDo.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.toDo}</h2>
      <ul class="sessions">
        {toDo.map(({ id, slug, title }) => (
          <li key={id}>
            <h3>{title[language]}</h3>
            <p>
              <a href={learningUrls.quiz(slug)}>
                {words.take}
                <span class="unseen">{` ${title[language]}`}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tried({ page: { language }, learnt: { tried } }: OwnProps) {
  const words = texts[language].own
  if (tried.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.quizzes}</h2>
      <ul class="sessions">
        {tried.map(({ training: { id, slug, title }, best }) => (
          <li key={id}>
            <h3>{title[language]}</h3>
            <p>
              {words.score(best.rightCount, best.questionCount)},{' '}
              {isPassed(best) ? words.passed : words.toRetry}
            </p>
            <p>
              <a href={isPassed(best) ? learningUrls.certificate(slug) : learningUrls.quiz(slug)}>
                {isPassed(best) ? words.ask : words.retry}
                <span class="unseen">{` ${title[language]}`}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
