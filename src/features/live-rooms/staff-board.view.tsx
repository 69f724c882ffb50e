/** What who runs a session sees and does: the server writes it and the page's script keeps it up to date. */
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { BoardData } from './board.ts'
import { QuestionWords, RoomLine } from './board.view.tsx'
import { Bars } from './poll.view.tsx'
import { inOrder, nextPollState, type PollState, type QuestionState, type RoomPoll } from './room.ts'
import { texts } from './texts.ts'
import { roomAnchors, roomPaths } from './urls.ts'

export function StaffBoard({ board }: { board: BoardData }) {
  return (
    <>
      <RoomLine board={board} />
      <Questions board={board} />
      <Polls board={board} />
    </>
  )
}

/** What may become of a question, by what it is. */
const moves: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  shown: ['answered', 'hidden'],
  answered: ['shown', 'hidden'],
  hidden: ['shown'],
}

function Questions({ board }: { board: BoardData }) {
  const { language, room, news } = board
  const words = texts[language].staff
  const labels = { shown: words.show, answered: words.markAnswered, hidden: words.hide }
  return (
    <section id={roomAnchors.questions} class="room-part" aria-labelledby="questions-title">
      <h2 id="questions-title">{words.questions}</h2>
      <output class="said" data-said />
      {news.questions.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="room-questions">
        {inOrder(news.questions).map((question) => (
          <li key={question.id}>
            <QuestionWords board={board} question={question} />
            <form method="post" action={room + roomPaths.questions} data-live>
              <input type="hidden" name="question" value={question.id} />
              <ButtonRow>
                {moves[question.state].map((state) => (
                  <Button key={state} kind="plain" name="state" value={state}>
                    {labels[state]}
                    <span class="unseen">{texts[language].questions.about(question.words)}</span>
                  </Button>
                ))}
              </ButtonRow>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Polls({ board }: { board: BoardData }) {
  const words = texts[board.language].staff
  const { polls } = board.news
  return (
    <section id={roomAnchors.polls} class="room-part" aria-labelledby="polls-title">
      <h2 id="polls-title">{words.polls}</h2>
      <output class="said" data-said />
      {polls.length === 0 && <p class="soft">{words.noPoll}</p>}
      <ul class="room-questions">
        {polls.map((poll) => (
          <li key={poll.id}>
            <PollDesk board={board} poll={poll} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const tagKind: Readonly<Record<PollState, 'plain' | 'lit' | 'done'>> = {
  draft: 'plain',
  open: 'lit',
  closed: 'done',
}

function PollDesk({ board: { language, room }, poll }: { board: BoardData; poll: RoomPoll }) {
  const words = texts[language].staff
  return (
    <>
      <p class="question-words">{poll.words}</p>
      <p>
        <Tag kind={tagKind[poll.state]}>{words.states[poll.state]}</Tag>
      </p>
      <Bars language={language} poll={poll} />
      <form method="post" action={room + roomPaths.pollStates} data-live>
        <input type="hidden" name="poll" value={poll.id} />
        <Button kind="plain" name="state" value={nextPollState[poll.state]}>
          {words.turn[poll.state]}
          <span class="unseen">{texts[language].questions.about(poll.words)}</span>
        </Button>
      </form>
    </>
  )
}
