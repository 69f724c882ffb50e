/** The page of a room keeps itself up to date: news come by a stream, forms are sent without loading the page. */
import { hydrate, render } from 'preact'
import type { BoardData, Receipt } from '../features/live-rooms/board.ts'
import { Board } from '../features/live-rooms/board.view.tsx'
import { withNews, type RoomNews } from '../features/live-rooms/room.ts'
import { StaffBoard } from '../features/live-rooms/staff-board.view.tsx'
import { texts } from '../features/live-rooms/texts.ts'
import { roomAnchors, roomPaths, streamUrl } from '../features/live-rooms/urls.ts'
import { offerVideo } from './offer-video.ts'
import { keepSaying } from './keep-saying.ts'

/** The page says so often that it is open, in milliseconds. */
const presencePause = 30_000
/** After an answer that was no stream, such as from a server that is restarting. */
const streamPause = 10_000
/** A double tap must not take back what the first tap did. */
const tapPause = 600

type Screen = { root: HTMLElement; board: BoardData; taps: WeakMap<Element, number> }

const root = document.querySelector<HTMLElement>('#tableau')
const written = root?.dataset['board']
if (root && written) begin({ root, board: JSON.parse(written) as BoardData, taps: new WeakMap() })
offerVideo()

function begin(screen: Screen): void {
  hydrate(boardOf(screen.board), screen.root)
  document.addEventListener('submit', (event) => void send(screen, event))
  listen(screen)
  if (screen.board.own !== null)
    keepSaying(screen.board.room + roomPaths.presence, presencePause, () => location.reload())
}

function boardOf(board: BoardData) {
  return board.own === null ? <StaffBoard board={board} /> : <Board board={board} />
}

function show(screen: Screen, change: Partial<BoardData>): void {
  screen.board = { ...screen.board, ...change }
  render(boardOf(screen.board), screen.root)
}

function listen(screen: Screen): void {
  const { room, news } = screen.board
  const source = new EventSource(streamUrl(room, news.number))
  const stop = () => source.close()
  source.addEventListener('message', ({ data }) => hear(screen, JSON.parse(String(data)) as RoomNews))
  source.addEventListener('people', ({ data }) => {
    const { people } = JSON.parse(String(data)) as { people: number }
    show(screen, { news: { ...screen.board.news, people } })
  })
  source.addEventListener('over', () => {
    stop()
    location.reload()
  })
  source.addEventListener('elsewhere', () => {
    stop()
    const line = document.querySelector<HTMLElement>('[data-elsewhere]')
    if (line) line.textContent = line.dataset['words'] ?? ''
  })
  // A stream that broke comes back by itself; an answer that was none has to be asked for again.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(screen), streamPause)
  })
  addEventListener('pagehide', stop, { once: true })
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload(), { once: true })
}

/** A poll that opens is announced: it appears above what one is reading. One that ends takes its words with it. */
function hear(screen: Screen, news: RoomNews): void {
  const before = openPoll(screen.board)
  show(screen, { news: withNews(screen.board.news, news) })
  const { board } = screen
  const now = openPoll(board)
  if (now === before || board.own === null) return
  say(document.getElementById(roomAnchors.polls), now === null ? null : texts[board.language].polls.opened)
}

function openPoll({ news }: BoardData): string | null {
  return news.polls.find(({ state }) => state === 'open')?.id ?? null
}

async function send(screen: Screen, event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement
  if (!('live' in form.dataset)) return
  event.preventDefault()
  const now = performance.now()
  if (now - (screen.taps.get(form) ?? -tapPause) < tapPause) return
  screen.taps.set(form, now)
  const receipt = await post(form, event.submitter)
  // The page itself can say better what is wrong: the form goes its own way.
  if (receipt === 'unheard') return form.submit()
  if (receipt === 'gone') return location.reload()
  show(screen, { formKey: receipt.formKey, error: undefined, ...(receipt.own && { own: receipt.own }) })
  // This empties what the form said before, too.
  if (receipt.isDone && !('keeps' in form.dataset)) form.reset()
  say(form.closest('section') ?? form, receipt.said)
}

async function post(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Promise<Receipt | 'unheard' | 'gone'> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  // Older telephones leave the button out.
  if (submitter instanceof HTMLButtonElement && submitter.name) body.append(submitter.name, submitter.value)
  try {
    const reply = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (reply.status === 410) return 'gone'
    const isReceipt = reply.headers.get('content-type')?.startsWith('application/json') ?? false
    return isReceipt ? ((await reply.json()) as Receipt) : 'unheard'
  } catch {
    return 'unheard'
  }
}

function say(place: Element | null, words: string | null): void {
  const line = place?.querySelector('[data-said]')
  if (line) line.textContent = words ?? ''
}
