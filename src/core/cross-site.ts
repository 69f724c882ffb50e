/**
 * The cross-site guard: an unsafe request must come from our own pages. Browsers say where it comes from in
 * Sec-Fetch-Site (Fetch Metadata) or, when older, in Origin (RFC 6454); without either it is refused.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'

type Pages = { failed(request: FastifyRequest, kind: 'refused'): VNode }

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

export function refuseOtherSites(publicUrl: string, pages: Pages) {
  const ownOrigin = new URL(publicUrl).origin
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (safeMethods.has(request.method) || request.routeOptions.config.acceptsOtherSites) return
    if (comesFromOurPages(request.headers, ownOrigin)) return
    await reply.code(403).page(pages.failed(request, 'refused'))
  }
}

/** An address bar or a bookmark (`none`) cannot send a form either, but an installed app may. */
export function comesFromOurPages(headers: FastifyRequest['headers'], ownOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  if (origin === undefined) return false
  return origin === ownOrigin || origin === `http://${host}` || origin === `https://${host}`
}
