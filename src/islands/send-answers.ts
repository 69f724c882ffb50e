import type { Receipt, Send } from '../features/diagnostics/answer-queue.ts'

/** Sends answers as JSON; `keepalive` lets the request end when its page does not wait for it. */
export function sendTo(address: string): Send {
  return async (answers) => {
    try {
      const reply = await fetch(address, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ answers }),
      })
      if (reply.status >= 500) return { kind: 'later' }
      return reply.ok ? ((await reply.json()) as Receipt) : { kind: 'gone' }
    } catch {
      return { kind: 'later' }
    }
  }
}

/** A random UUID (RFC 9562, version 4), also where the page did not come by https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
