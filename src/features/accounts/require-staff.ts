import type { FastifyRequest } from 'fastify'
import type { Server } from '../../core/http.ts'
import { isStaff, type Actor } from './person.ts'
import { accountUrls, signInUrl } from './urls.ts'

/**
 * The guard of the staff pages: strangers are asked to sign in, owners find nothing there. Whose sign-in ended
 * while a form was filled in comes back to the counter: the form's own address may have no page.
 */
export function requireStaff(server: Server): void {
  server.addHook('preHandler', async (request, reply) => {
    const asked = request.method === 'GET' ? request.url : accountUrls.staff
    if (!request.actor) return reply.redirect(signInUrl(asked), 303)
    if (!isStaff(request.actor)) return reply.callNotFound()
    reply.header('cache-control', 'private, no-store')
    return undefined
  })
}

/** Who asks for a page behind the guard. @throws when the page was mounted without it */
export function staffOf({ actor }: FastifyRequest): Actor {
  if (!actor) throw new Error('a staff page was mounted without its guard')
  return actor
}
