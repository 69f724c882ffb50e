import { assert, oneof, property, string, webUrl } from 'fast-check'
import { expect, test } from 'vitest'
import { recogniseRoom } from './room-provider.ts'

const frameOf = (url: string) => recogniseRoom(url)?.frame ?? null
const youtube = 'https://www.youtube-nocookie.com/embed/'

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', `${youtube}dQw4w9WgXcQ`],
  ['https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=3', `${youtube}dQw4w9WgXcQ`],
  ['https://m.youtube.com/live/dQw4w9WgXcQ?feature=share', `${youtube}dQw4w9WgXcQ`],
  ['https://youtu.be/dQw4w9WgXcQ', `${youtube}dQw4w9WgXcQ`],
  [
    'https://www.youtube.com/channel/UC1234567890123456789012/live',
    `${youtube}live_stream?channel=UC1234567890123456789012`,
  ],
])('a YouTube address, %s, is shown without cookies', (url, frame) => {
  expect(frameOf(url)).toEqual({
    provider: 'youtube',
    url: frame,
    origin: 'https://www.youtube-nocookie.com',
  })
})

test.each([
  [
    'https://video.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    '9c9de5e8-0a1e-484a-b099-e80766180a6d',
  ],
  ['https://video.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv', 'kkGMgK9ZtnKfYAgnEtQxbv'],
  ['https://video.example.org/videos/watch/kkGMgK9ZtnKfYAgnEtQxbv', 'kkGMgK9ZtnKfYAgnEtQxbv'],
])('a PeerTube of anybody, %s, is known by its addresses', (url, id) => {
  const frame = { url: `https://video.example.org/videos/embed/${id}`, origin: 'https://video.example.org' }
  expect(frameOf(url)).toEqual({ provider: 'peertube', ...frame })
})

test.each([
  ['jitsi', 'https://jitsi.example.org/formation-f01'],
  ['jitsi', 'https://framatalk.org/formationf01'],
  ['bigbluebutton', 'https://visio.example.org/b/cam-abc-def'],
  ['bigbluebutton', 'https://visio.example.org/rooms/cam-abc-def-ghi/join'],
  ['bigbluebutton', 'https://bbb.example.org/bigbluebutton/api/join?meetingID=1&checksum=2'],
])('a room of %s, %s, is shown as it is', (provider, url) => {
  expect(frameOf(url)).toEqual({ provider, url, origin: new URL(url).origin })
})

test.each([
  'https://meet.jit.si/formation-f01',
  'https://8x8.vc/vpaas/formation',
  'https://meet.google.com/abc-defg-hij',
  'https://zoom.us/j/123456789',
  'https://salle.example.org/f01',
  'https://www.youtube.com/@uneChaine',
  'https://youtube.com.example.org/watch?v=dQw4w9WgXcQ',
  'http://youtu.be/dQw4w9WgXcQ',
  'https://anne:secret@jitsi.example.org/formation',
])('%s is a link that opens in its own tab', (url) => {
  expect(recogniseRoom(url)).toMatchObject({ url, frame: null })
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'pas une adresse', '', 'file:///etc/passwd'])(
  '%s is no link at all',
  (url) => {
    expect(recogniseRoom(url)).toBeNull()
  },
)

test('whatever is written, a frame is https and its origin has no sign that ends a policy', () => {
  const written = oneof(webUrl({ withQueryParameters: true }), string())
  const paths = ['/w/kkGMgK9ZtnKfYAgnEtQxbv', '/b/cam-abc-def']
  const isSafe = (url: string) => /^(none|https:\/\/[^\s;,'"]+)$/.test(frameOf(url)?.origin ?? 'none')
  assert(property(written, (url) => isSafe(url) && paths.every((path) => isSafe(url + path))))
})
