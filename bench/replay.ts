/** What a server answered, byte for byte, so that another can answer the same. */
import { request, type Agent } from 'node:http'

export type Answer = { status: number; headers: Record<string, string>; body: Buffer }
export type Question = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Keeps connections open between requests. */
  agent?: Agent
}

/** One request, on a connection of its own unless an agent is given; nothing is decompressed, no redirect followed. */
export function exchange(
  url: string,
  { method = 'GET', headers = {}, body, agent }: Question = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: agent ?? false }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: plain(reply), body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function plain({ rawHeaders }: { rawHeaders: string[] }): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers[(rawHeaders[at] ?? '').toLowerCase()] = rawHeaders[at + 1] ?? ''
  return headers
}

/** Sends a form as our own pages do. */
export function sendForm(url: string, fields: Record<string, string>, agent?: Agent): Promise<Answer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams(fields).toString()
  return exchange(url, { method: 'POST', headers, body, ...(agent && { agent }) })
}
