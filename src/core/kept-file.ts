/** A file that many readers fetch again and again: who has the newest already gets a short answer. */
import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type KeptFile = {
  type: string
  content: string
  /** The last moment at which its content became another. */
  changedAt: Date
}

/** Caches may answer for us so long, and for a day when we are away. */
const caching = 'public, max-age=300, stale-if-error=86400'

/** Sends the file, or 304 to who has it (RFC 9110 §13). */
export function sendKeptFile(request: FastifyRequest, reply: FastifyReply, file: KeptFile): FastifyReply {
  const tag = tagOf(file.content)
  reply
    .header('etag', tag)
    .header('last-modified', file.changedAt.toUTCString())
    .header('cache-control', caching)
  if (hasNewest(request.headers, { tag, changedAt: file.changedAt })) return reply.code(304).send()
  return reply.type(file.type).send(file.content)
}

/** Weak: the same content travels compressed in several ways. */
export function tagOf(content: string): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
}

/** Where a tag is sent it alone decides; a date knows whole seconds only, and one that cannot be read is none. */
export function hasNewest(
  headers: IncomingHttpHeaders,
  { tag, changedAt }: { tag: string; changedAt: Date },
): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((one) => isTag(one.trim(), tag))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

function isTag(sent: string, tag: string): boolean {
  return sent === '*' || sent.replace(/^W\//, '') === tag.replace(/^W\//, '')
}
