import { lastEventId, openEventStream } from '../../core/event-stream.ts'
import type { Exchange } from '../../core/http.ts'
import { streamQuery } from './input.ts'
import type { Listener, RoomHub } from './room-hub.ts'

type Ear = Pick<Listener, 'isStaff' | 'holder'> & { trainingSessionId: string }

/** After a restart, those who were cut off come back one after the other, not all at once. */
let turn = 0
const retryMilliseconds = () => 2_000 + 37 * (turn++ % 100)

/** Answers with the news of a room from the event on up to which the page knows everything. */
export function answerWithNews(exchange: Exchange, hub: RoomHub, { trainingSessionId, ...ear }: Ear) {
  const { request, reply } = exchange
  if (hub.isFull()) return reply.code(503).header('retry-after', '10').send('')
  const number = lastEventId(exchange) ?? streamQuery.parse(request.query).depuis
  const stream = openEventStream(exchange, {
    retry: retryMilliseconds(),
    onClosed: () => hub.leave(trainingSessionId, listener),
  })
  const listener: Listener = { stream, number, ...ear }
  hub.join(trainingSessionId, listener)
  return reply
}
