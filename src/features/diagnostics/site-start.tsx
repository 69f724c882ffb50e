import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import { countAttempt, type Limit } from '../../core/rate-limit.ts'
import type { Services } from '../../core/services.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { searchBusinesses } from '../businesses/store.ts'
import { isClosed, type Programme } from '../programmes/programme.ts'
import { firstUnanswered, type Run } from './diagnostic.ts'
import { searchQuery, startForm } from './input.ts'
import { StartPage, type Search } from './site-start.view.tsx'
import { startDiagnostic } from './start-diagnostic.ts'
import { ClosedPage, TooManyPage } from './site-trouble.view.tsx'
import { diagnosticUrls } from './urls.ts'

const mostResults = 12
const fewestLetters = 3

// A workshop of thirty owners behind one connection must pass; a machine that fills the register must not.
export const startLimit: Limit = { name: 'diagnostic-start', max: 100, seconds: 600 }
const searchLimit: Limit = { name: 'diagnostic-search', max: 150, seconds: 300 }

const nothing: Search = { q: '', town: '', found: null, isCut: false }

/** Where a diagnostic begins: the business is looked for in the register, or left out. */
export function startDoors(server: Server, services: Services, programme: Programme): void {
  server.get(diagnosticUrls.start, (request, reply) => search(request, reply, { services, programme }))

  server.post(diagnosticUrls.start, async (request, reply) => {
    const { db, clock } = services
    const page = request.pageContext
    if (!(await isWithin(services, startLimit, request))) {
      return reply.code(429).page(<TooManyPage page={page} what="start" />)
    }
    const form = parseForm(startForm, request.body)
    const again = () =>
      reply
        .code(422)
        .page(<StartPage page={page} programme={programme} search={nothing} error="commerce.unknown" />)
    if (!form.ok) return again()
    const { language, actor } = request
    const start = {
      programme,
      language,
      businessId: form.value.commerce || null,
      personId: actor?.personId ?? null,
    }
    const outcome = await transaction(db, (tx) => startDiagnostic(tx, clock(), start))
    switch (outcome.kind) {
      case 'started':
        return reply.redirect(whereToGoOn(programme, outcome), 303)
      case 'closed':
        return reply.code(410).page(<ClosedPage {...{ page, programme }} />)
      case 'unknown-business':
        return again()
      default:
        return unreachable(outcome)
    }
  })
}

/** The first page without an answer, or all answers when there is none. */
export function whereToGoOn(programme: Programme, { token, given }: Pick<Run, 'token' | 'given'>): string {
  const next = firstUnanswered(programme, given)
  return next ? diagnosticUrls.question(token, next.id) : diagnosticUrls.answers(token)
}

type Ground = { services: Services; programme: Programme }

async function search(request: FastifyRequest, reply: FastifyReply, { services, programme }: Ground) {
  const page = request.pageContext
  if (isClosed(programme, services.clock()))
    return reply.code(410).page(<ClosedPage {...{ page, programme }} />)
  const { q, ville } = searchQuery.parse(request.query)
  const asked = { ...nothing, q, town: ville }
  const show = (search: Search, error?: string) =>
    reply.page(<StartPage page={page} programme={programme} search={search} error={error} />)
  const isAsking = 'q' in (request.query as object) || ville !== ''
  if (!isAsking) return show(asked)
  if (q.length < fewestLetters) return show(asked, 'q.short')
  if (!(await isWithin(services, searchLimit, request))) {
    return reply.code(429).page(<TooManyPage page={page} what="search" />)
  }
  const found = await searchBusinesses(services.db, {
    words: q,
    town: ville,
    reach: everywhere,
    limit: mostResults + 1,
  })
  return show({ ...asked, found: found.slice(0, mostResults), isCut: found.length > mostResults })
}

/** Counts one more attempt from this connection. */
export function isWithin({ db, clock }: Services, limit: Limit, request: FastifyRequest): Promise<boolean> {
  return transaction(db, (tx) => countAttempt(tx, clock(), limit, request.ip))
}
