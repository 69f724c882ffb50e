import type { FastifyReply } from 'fastify'

/** A file to keep; the guard of the counter keeps it, and the names in it, out of every cache. */
export function attached(reply: FastifyReply, type: string, name: string): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
}
