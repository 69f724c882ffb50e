/** The replay page does more: chapters and sentences seek, speeds, and where one left is remembered. */
import { markOf } from '../features/replays/transcript.ts'
import { rememberHere, tellServer } from './replay-memory.ts'
import { searchable } from './replay-search.ts'

const root = document.querySelector<HTMLElement>('[data-replay]')
const video = root?.querySelector('video')
if (root && video) begin(root, video)

function begin(root: HTMLElement, video: HTMLVideoElement): void {
  const seek = (seconds: number): void => {
    video.currentTime = seconds
    // A browser that wants a tap on the player itself leaves it paused there.
    video.play().catch(() => {})
  }
  root.addEventListener('click', (event) => onClick(event, seek))
  offerSpeeds(root, video)
  searchable(root, seek)
  follow(root, video)
  const { report, reservation = null } = root.dataset
  if (report !== undefined) tellServer(video, { address: report, reservation })
  else rememberHere(video, `replay-${root.dataset['replay']}`, (at) => sayResumed(root, at))
}

/** A chapter, a sentence, or the way back to the start. */
function onClick(event: MouseEvent, seek: (seconds: number) => void): void {
  const target = (event.target as Element).closest<HTMLElement>('[data-at]')
  if (!target || event.ctrlKey || event.metaKey) return
  // Who selects words to copy them wants to stay.
  if (target.localName === 'span' && getSelection()?.isCollapsed === false) return
  event.preventDefault()
  seek(Number(target.dataset['at']))
}

function offerSpeeds(root: HTMLElement, video: HTMLVideoElement): void {
  const group = root.querySelector<HTMLElement>('.speeds')
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-speed]')]
  if (!group) return
  group.hidden = false
  for (const button of buttons)
    button.addEventListener('click', () => (video.playbackRate = Number(button.dataset['speed'])))
  // The browser's own menu changes it too.
  video.addEventListener('ratechange', () => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(Number(button.dataset['speed']) === video.playbackRate))
  })
}

/** Marks the chapter and the sentence of the moment. */
function follow(root: HTMLElement, video: HTMLVideoElement): void {
  const chapters = [...root.querySelectorAll<HTMLElement>('.chapters [data-at]')]
  const sentences = [...root.querySelectorAll<HTMLElement>('.said span[data-at]')]
  const at = (list: readonly HTMLElement[]) =>
    list.filter(({ dataset }) => Number(dataset['at']) <= video.currentTime + 0.05).pop()
  video.addEventListener('timeupdate', () => {
    const [chapter, sentence] = [at(chapters), at(sentences)]
    for (const link of chapters)
      if (link === chapter) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    for (const span of sentences) span.classList.toggle('is-said', span === sentence && !video.paused)
  })
}

function sayResumed(root: HTMLElement, at: number): void {
  const line = root.querySelector<HTMLElement>('[data-resumed]')
  const words = line?.querySelector('span')
  if (!line || !words) return
  words.textContent = (line.dataset['resumed'] ?? '').replace('–', markOf(at))
  line.hidden = false
}
