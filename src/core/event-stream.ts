/** Server-sent events (HTML standard §9.2): an answer that goes on, one message after the other. */
import type { Exchange } from './http.ts'

export type EventStream = {
  /** Who does not read any more is cut off: what waits for them would fill our memory. They come back and catch up. */
  send: (message: Buffer) => void
  /** The last message has been sent; the browser asks again by itself unless it was told not to. */
  end: () => void
}

/** More unread bytes than this, beside what the system's own buffers hold. */
const mostUnread = 256 * 1024

/** A comment keeps proxies from closing a quiet stream. */
export const heartbeat = Buffer.from(':\n\n')

/** One message; `id` is what a browser tells as Last-Event-ID when it comes back. */
export function writeMessage({ id, event, data }: { id?: number; event?: string; data: object }): Buffer {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    `data: ${JSON.stringify(data)}`,
  ]
  return Buffer.from(`${lines.join('\n')}\n\n`)
}

/**
 * Takes the answer out of Fastify's hands (no compression, no other hook but the line in the log) and keeps it open.
 * @param retry milliseconds after which a browser that was cut off comes back
 */
export function openEventStream(
  { reply }: Exchange,
  { retry, onClosed }: { retry: number; onClosed: () => void },
): EventStream {
  reply.hijack()
  const { raw } = reply
  raw.on('error', () => {})
  raw.once('close', onClosed)
  // Nothing follows on this connection: without chunks each message is one write, and a stop need not wait for it.
  raw.useChunkedEncodingByDefault = false
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    connection: 'close',
  })
  raw.write(`retry: ${retry}\n\n`)
  return {
    send: (message) => {
      if (raw.destroyed || raw.writableEnded) return
      raw.write(message)
      if (raw.writableLength > mostUnread) raw.destroy()
    },
    end: () => void raw.end(),
  }
}

/** Where a browser that comes back had got to; null at its first visit. */
export function lastEventId({ request }: Pick<Exchange, 'request'>): number | null {
  const told = request.headers['last-event-id']
  return typeof told === 'string' && /^\d{1,9}$/.test(told) ? Number(told) : null
}
