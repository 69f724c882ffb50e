/** A poll: the choice while it is open, the results when they may be seen. */
import type { Language } from '../../core/language.ts'
import { formatNumber } from '../../ui/format.ts'
import { OptionList } from '../../ui/option-list.tsx'
import type { BoardData } from './board.ts'
import { shareOf, type RoomPoll } from './room.ts'
import { texts } from './texts.ts'
import { roomPaths } from './urls.ts'

/** One tap answers; another changes the answer. */
export function PollChoice({ board, poll }: { board: BoardData; poll: RoomPoll }) {
  const { language, room, own } = board
  const words = texts[language].polls
  const mine = own?.choices[poll.id]
  const options = poll.options.map((label, place) => ({ value: String(place), label }))
  return (
    <div class="room-poll">
      <h2 id={`sondage-${poll.id}`}>{words.title(poll.words)}</h2>
      <form method="post" action={room + roomPaths.choices} data-live>
        <input type="hidden" name="poll" value={poll.id} />
        <OptionList
          language={language}
          name="choice"
          labelledBy={`sondage-${poll.id}`}
          options={options}
          current={mine === undefined ? undefined : String(mine)}
        />
      </form>
      {mine !== undefined && <p class="soft">{words.change}</p>}
      <Bars language={language} poll={poll} />
    </div>
  )
}

/** A poll that is over. */
export function PollResults({ language, poll }: { language: Language; poll: RoomPoll }) {
  const words = texts[language].polls
  return (
    <section class="room-poll" aria-labelledby={`sondage-${poll.id}`}>
      <h2 id={`sondage-${poll.id}`}>{words.title(poll.words)}</h2>
      <p class="soft">{words.closed}</p>
      <Bars language={language} poll={poll} />
    </section>
  )
}

/** Each option with its share in words; the bar only repeats them. */
export function Bars({ language, poll: { options, counts } }: { language: Language; poll: RoomPoll }) {
  const words = texts[language].polls
  if (counts === null) return null
  return (
    <ul class="room-bars" aria-label={words.results}>
      {options.map((option, place) => {
        const count = counts[place] ?? 0
        const share = shareOf(count, counts)
        return (
          <li key={option}>
            <span>
              {option}{' '}
              <strong>{words.share(formatNumber(share, language), formatNumber(count, language))}</strong>
            </span>
            <meter min={0} max={100} value={share} aria-hidden="true" />
          </li>
        )
      })}
    </ul>
  )
}
