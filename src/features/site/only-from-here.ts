import type { Server } from '../../core/http.ts'
import { isLocalName } from '../../core/local.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Hides the doors of this server from everybody who is not sitting at the machine: the outbox shows sign-in codes.
 * The name that was asked for counts as well, since a page elsewhere may have its own name lead here.
 */
export function onlyFromHere(server: Server): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!loopback.has(request.ip) || !isLocalName(request.hostname)) return reply.callNotFound()
  })
}
