/** Where one left a replay: kept by the server for who is recognised, by the browser for others. */
import { watchPlayer, type Player } from '../features/replays/played.ts'
import { resumeAfter } from '../features/replays/watch.ts'

const everyMilliseconds = 15_000

/** Tells what was played of the video, while it plays and when the page goes. */
export function tellServer(
  video: HTMLVideoElement,
  { address, reservation }: { address: string; reservation: string | null },
): void {
  const player = listen(video)
  let told = ''
  const tell = (): void => {
    const played = player.parts()
    // All of it each time: what was told before changes nothing, and a report that was lost is made good.
    const body = JSON.stringify({ reservation, played, at: Math.floor(video.currentTime) })
    if (played.length === 0 || body === told) return
    told = body
    send(address, body).catch(() => (told = ''))
  }
  setInterval(() => !video.paused && tell(), everyMilliseconds)
  video.addEventListener('pause', tell)
  addEventListener('pagehide', tell)
  // A telephone that is put away may never tell that the page goes.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell())
}

/** Ends even when its page does not wait for it. */
function send(address: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  return fetch(address, { method: 'POST', keepalive: true, headers, body })
}

function listen(video: HTMLVideoElement): Player {
  const player = watchPlayer()
  const tick = () => player.tick(video.currentTime, video.playbackRate, performance.now())
  for (const event of ['timeupdate', 'pause']) video.addEventListener(event, () => !video.seeking && tick())
  video.addEventListener('seeking', () => player.jump())
  video.addEventListener('play', () => player.jump())
  return player
}

/** Goes on where this browser left, unless the address names a moment. */
export function rememberHere(video: HTMLVideoElement, key: string, say: (at: number) => void): void {
  const at = Number(read(key))
  if (at > 0 && !new URLSearchParams(location.search).has('t')) {
    video.currentTime = at
    say(at)
  }
  const keep = () => write(key, String(resumeAfter(video.currentTime, video.duration)))
  video.addEventListener('pause', keep)
  addEventListener('pagehide', () => video.currentTime > 0 && keep())
}

/** A browser may be told to keep nothing: then nothing is kept. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // As above.
  }
}
