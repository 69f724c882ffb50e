import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import type { Result } from '../diagnostics/result.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import type { Peers } from './edition.ts'
import { SKIPPED } from './figure.ts'
import { texts } from './texts.ts'

type ItemsProps = { page: PageContext; programme: Programme; result: Result; peers: Peers }

/** How many of the group gave each answer, theme by theme and question by question; one's own stands out. */
export function ItemsOfPeers(props: ItemsProps) {
  const { page, programme, peers } = props
  const words = texts[page.language].peers
  const counted = programme.questions.filter(({ id }) => peers.figures.items[id] !== undefined)
  const themes = programme.axes.filter(({ id }) => counted.some(({ axis }) => axis === id))
  return (
    <section class="stack">
      <h2>{words.items}</h2>
      <p>{words.itemsIntro}</p>
      {themes.map(({ id, title }) => (
        <Theme
          key={id}
          {...props}
          title={title[page.language]}
          questions={counted.filter(({ axis }) => axis === id)}
        />
      ))}
    </section>
  )
}

/** Folded, so that a phone shows the themes first. */
function Theme({
  title,
  questions,
  ...props
}: ItemsProps & { title: string; questions: readonly Question[] }) {
  const { language } = props.page
  const words = texts[language].peers
  return (
    <details class="theme">
      <summary>{words.theme(title, formatNumber(questions.length, language), questions.length > 1)}</summary>
      {questions.map((question) => (
        <Shares key={question.id} {...props} question={question} />
      ))}
    </details>
  )
}

function Shares({ page: { language }, result, peers, question }: ItemsProps & { question: Question }) {
  const words = texts[language].peers
  const shares = peers.figures.items[question.id] ?? {}
  const own = result.answers[question.id]?.option ?? SKIPPED
  const answers = [
    ...question.options.map(({ id, label }) => ({ id, label: label[language] })),
    { id: SKIPPED, label: words.noAnswer },
  ].filter(({ id }) => shares[id] !== undefined || id === own)
  return (
    <div>
      <h3>{question.title[language]}</h3>
      <ul class="shares">
        {answers.map(({ id, label }) => (
          <Share key={id} {...{ language, label }} share={shares[id] ?? 0} isOwn={id === own} />
        ))}
      </ul>
    </div>
  )
}

type ShareProps = { language: PageContext['language']; label: string; share: number; isOwn: boolean }

function Share({ language, label, share, isOwn }: ShareProps) {
  const words = texts[language].peers
  const percent = words.share(formatNumber(share, language))
  return (
    <li>
      <svg height="7" aria-hidden="true" focusable="false">
        <rect width={`${share}%`} height="7" />
      </svg>
      <span>{percent}</span>
      {isOwn ? <b>{words.own(label)}</b> : <span>{label}</span>}
    </li>
  )
}
