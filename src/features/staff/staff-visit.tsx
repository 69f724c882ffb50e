import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/person.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { mayOpen, type CounterPage } from './permission.ts'
import { ForbiddenPage } from './staff.view.tsx'

/** A request for a page of the counter, by somebody whom the page is for. */
export type Visit = { request: FastifyRequest; reply: FastifyReply; actor: Actor }

/** Lets in who may open this page; the others read why not. */
export function opened(page: CounterPage, show: (visit: Visit) => Promise<FastifyReply>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = staffOf(request)
    if (mayOpen(actor, page)) return show({ request, reply, actor })
    return reply.code(403).page(<ForbiddenPage page={request.pageContext} actor={actor} />)
  }
}
