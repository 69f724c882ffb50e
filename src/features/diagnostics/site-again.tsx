import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { isWithin, startLimit } from './site-start.tsx'
import { ClosedPage, NoDiagnosticPage, TooManyPage } from './site-trouble.view.tsx'
import { startAgain } from './start-again.ts'
import type { Releases } from './store.ts'
import { diagnosticUrls } from './urls.ts'

type Params = { token: string }

/** Taking stock again, from a finished run. */
export function againDoor(server: Server, services: Services, releases: Releases): void {
  server.post<{ Params: Params }>(diagnosticUrls.again(':token'), (request, reply) =>
    again({ request, reply }, services, releases),
  )
}

type Exchange = { request: FastifyRequest<{ Params: Params }>; reply: FastifyReply }

async function again({ request, reply }: Exchange, services: Services, { current: programme }: Releases) {
  const page = request.pageContext
  if (!(await isWithin(services, startLimit, request))) {
    return reply.code(429).page(<TooManyPage page={page} what="start" />)
  }
  const { token } = request.params
  const { language, actor } = request
  const wish = { programme, token, language, personId: actor?.personId ?? null }
  const outcome = await transaction(services.db, (tx) => startAgain(tx, services.clock(), wish))
  switch (outcome.kind) {
    case 'started':
    case 'going-on':
      return reply.redirect(diagnosticUrls.run(outcome.token), 303)
    case 'unfinished':
      return reply.redirect(diagnosticUrls.run(token), 303)
    case 'closed':
      return reply.code(410).page(<ClosedPage {...{ page, programme, token }} />)
    case 'not-found':
      return reply.code(404).page(<NoDiagnosticPage page={page} />)
    default:
      return unreachable(outcome)
  }
}
