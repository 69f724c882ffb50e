/** What a participant sees beside the video; the server writes it and the page's script keeps it up to date. */
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format.ts'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { pluralIn } from '../../ui/plural.ts'
import { Tag } from '../../ui/tag.tsx'
import type { BoardData } from './board.ts'
import { PollChoice, PollResults } from './poll.view.tsx'
import { inOrder, limits, type RoomQuestion } from './room.ts'
import { texts } from './texts.ts'
import { roomAnchors, roomPaths } from './urls.ts'

export function Board({ board }: { board: BoardData }) {
  const polls = board.news.polls
  return (
    <>
      <section id={roomAnchors.polls} class="room-part">
        <RoomLine board={board} />
        <output class="room-said" data-said />
        {polls.map((poll) => poll.state === 'open' && <PollChoice key={poll.id} board={board} poll={poll} />)}
      </section>
      <AskForm board={board} />
      <QuestionList board={board} />
      {polls.map(
        (poll) =>
          poll.state === 'closed' && <PollResults key={poll.id} language={board.language} poll={poll} />,
      )}
    </>
  )
}

/** Who is there, and the slides. */
export function RoomLine({ board: { language, news } }: { board: BoardData }) {
  const words = texts[language]
  const count = news.people ?? 0
  const isOne = pluralIn(language)(count, 'one', 'many') === 'one'
  return (
    <p class="room-line">
      <strong>{words.people(formatNumber(count, language), isOne)}</strong>
      {news.slidesUrl && (
        <a href={news.slidesUrl} target="_blank" rel="noopener noreferrer">
          {words.slides}
        </a>
      )}
    </p>
  )
}

function AskForm({ board }: { board: BoardData }) {
  const { language, room, formKey, typed, error } = board
  const words = texts[language].questions
  return (
    <section class="room-part">
      <form method="post" action={room + roomPaths.questions} data-live noValidate>
        <input type="hidden" name="page" value={formKey} />
        <LongTextField
          language={language}
          name="words"
          label={words.ask}
          hint={words.hint}
          error={error}
          value={typed}
          maxLength={limits.question}
          rows={3}
        />
        <Button kind="plain">{words.submit}</Button>
      </form>
      <output class="room-said" data-said />
    </section>
  )
}

function QuestionList({ board }: { board: BoardData }) {
  const words = texts[board.language].questions
  const questions = inOrder(board.news.questions).filter(({ state }) => state !== 'hidden')
  return (
    <section id={roomAnchors.questions} class="room-part" aria-labelledby="questions-title">
      <h2 id="questions-title">{words.title}</h2>
      <output class="room-said" data-said />
      {questions.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="room-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionWords board={board} question={question} />
            {question.state === 'shown' && <VoteForm board={board} question={question} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

type QuestionProps = { board: BoardData; question: RoomQuestion }

export function QuestionWords({ board: { language }, question }: QuestionProps) {
  const { words, votes, state, who } = question
  const said = texts[language].questions
  const isOne = pluralIn(language)(votes, 'one', 'many') === 'one'
  return (
    <>
      <p class="question-words">{words}</p>
      <p class="question-facts">
        <span>{said.votes(formatNumber(votes, language), isOne)}</span>
        {who !== null && <span>{said.from(who)}</span>}
        {state === 'answered' && <Tag kind="done">{said.answered}</Tag>}
        {state === 'hidden' && <Tag kind="warning">{said.hidden}</Tag>}
      </p>
    </>
  )
}

function VoteForm({ board: { language, room, own }, question }: QuestionProps) {
  const words = texts[language].questions
  const hasVoted = own?.votes.includes(question.id) ?? false
  return (
    <form method="post" action={room + roomPaths.votes} data-live>
      <input type="hidden" name="question" value={question.id} />
      <Button kind={hasVoted ? 'quiet' : 'plain'} name="vote" value={hasVoted ? '0' : '1'}>
        {hasVoted ? words.takeBack : words.vote}
        <span class="unseen">{words.about(question.words)}</span>
      </Button>
    </form>
  )
}
