import Fastify from 'fastify'
import { connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { eventually } from '../testing/robust/outbox.ts'
import { lastEventId, openEventStream, writeMessage, type EventStream } from './event-stream.ts'

const server = Fastify()
let stream: EventStream | null = null
let isClosed = false
server.get('/', (request, reply) => {
  isClosed = false
  stream = openEventStream({ request, reply }, { retry: 1000, onClosed: () => (isClosed = true) })
  return reply
})
afterAll(() => server.close())

test('a message has its number, its name and one line of data, whatever is in it', () => {
  const message = writeMessage({ id: 7, event: 'people', data: { words: 'un\n\ndata: deux' } })
  expect(message.toString()).toBe('id: 7\nevent: people\ndata: {"words":"un\\n\\ndata: deux"}\n\n')
})

test.each([
  ['12', 12],
  ['', null],
  ['-1', null],
  ['12abc', null],
  ['99999999999', null],
  [undefined, null],
])('a browser that comes back with %s had got to %s', (told, number) => {
  const request = { headers: { 'last-event-id': told } } as unknown as Parameters<
    typeof lastEventId
  >[0]['request']
  expect(lastEventId({ request })).toBe(number)
})

test('who does not read is cut off before what waits for them fills the memory', async () => {
  const url = new URL(await server.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(url.port), '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await eventually(async () => stream !== null, 5_000)
  const message = writeMessage({ data: { words: 'a'.repeat(64 * 1024) } })
  // The system's own buffers take some megabytes first.
  const sent = await eventually(async () => {
    for (let turn = 0; turn < 20; turn++) stream?.send(message)
    return isClosed
  }, 10_000)
  expect(sent).toBe(true)
  stream?.send(message)
  socket.destroy()
})
