/** Where the video of a room comes from, told from its address alone: nothing is asked of anybody. */

export type Provider = 'youtube' | 'peertube' | 'jitsi' | 'bigbluebutton'

export type RoomVideo = {
  /** The address as staff gave it: a link in a new tab always works. */
  url: string
  /** Whom a click gives data to, in words: `youtube.com`. */
  host: string
  /** How to show it in our page; null when it can only be opened. */
  frame: { provider: Provider; url: string; origin: string } | null
}

/** Null for what is no web address: such a link could run a script in our page. */
export function recogniseRoom(written: string): RoomVideo | null {
  const url = URL.parse(written)
  if (!url || !/^https?:$/.test(url.protocol) || url.host === '') return null
  const host = url.hostname.replace(/^(www|m)\./, '')
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === ''
  return { url: url.href, host, frame: isPlain ? frameOf(url, host) : null }
}

function frameOf(url: URL, host: string): RoomVideo['frame'] {
  if (isYouTube(host)) return framed('youtube', youTubeFrame(url, host))
  for (const [provider, find] of finders) {
    const found = find(url, host)
    if (found !== null) return framed(provider, found)
  }
  return null
}

function framed(provider: Provider, url: string | null): RoomVideo['frame'] {
  return url === null ? null : { provider, url, origin: new URL(url).origin }
}

const finders: readonly [Provider, (url: URL, host: string) => string | null][] = [
  ['peertube', peerTubeFrame],
  ['bigbluebutton', bigBlueButtonFrame],
  ['jitsi', jitsiFrame],
]

function isYouTube(host: string): boolean {
  return /^(youtube\.com|youtu\.be|youtube-nocookie\.com)$/.test(host)
}

/** The address without cookies; a channel's "live" page shows whatever is on. */
function youTubeFrame({ pathname, searchParams }: URL, host: string): string | null {
  const site = 'https://www.youtube-nocookie.com/embed/'
  const channel = /^\/channel\/(UC[\w-]{22})\/live\/?$/.exec(pathname)?.[1]
  if (channel) return `${site}live_stream?channel=${channel}`
  const inPath = host === 'youtu.be' ? /^\/([\w-]{11})\/?$/ : /^\/(?:live|embed|shorts)\/([\w-]{11})\/?$/
  const id = inPath.exec(pathname)?.[1] ?? (pathname === '/watch' ? searchParams.get('v') : null)
  return id !== null && /^[\w-]{11}$/.test(id) ? site + id : null
}

/** Any PeerTube: its watch addresses are like no other's (a short UUID of 22 signs, or a whole one). */
function peerTubeFrame({ origin, pathname }: URL): string | null {
  const id = /^\/(?:w|videos\/watch|videos\/embed)\/([1-9A-HJ-NP-Za-km-z]{22}|[\da-f-]{36})\/?$/.exec(
    pathname,
  )?.[1]
  return id ? `${origin}/videos/embed/${id}` : null
}

/** Rooms of Greenlight (`/b/abc-def-ghi`, `/rooms/abc-def-ghi-jkl/join`), or a meeting of the server itself. */
function bigBlueButtonFrame({ href, pathname }: URL): string | null {
  const isRoom = /^\/(b|rooms)\/[a-z\d]{3}(-[a-z\d]{3}){2,3}(\/join)?\/?$/.test(pathname)
  return isRoom || /^\/(bigbluebutton|html5client)\//.test(pathname) ? href : null
}

/** These two end a meeting that is shown in another site's page after some minutes. */
const notInFrames = /^(meet\.jit\.si|8x8\.vc)$/

/** A Jitsi of one's own is known by its name only; where the guess is wrong, the link remains. */
function jitsiFrame({ href, pathname }: URL, host: string): string | null {
  const isOne = /(^|[.-])jitsi([.-]|$)/.test(host) || host === 'framatalk.org'
  return isOne && !notInFrames.test(host) && /^\/[\w.%-]+\/?$/.test(pathname) ? href : null
}
