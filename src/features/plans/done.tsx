import type { FastifyReply } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { openReleases, type Releases } from '../diagnostics/store.ts'
import { NoDiagnosticPage } from '../diagnostics/site-trouble.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { findAction, type Programme } from '../programmes/programme.ts'
import { declareDone, takeBackDone } from './declare-done.ts'
import { doneForm } from './input.ts'
import { listProofs } from './proof-store.ts'
import { DonePage, NotPlannedPage } from './site-done.view.tsx'
import { withPlan } from './site-explore.tsx'
import { planUrls } from './urls.ts'

type Ground = Pick<Services, 'db' | 'clock'> & { releases: Releases }
type Params = { token: string; action: string }

/** An action that is done: what shows it, and the one question that it changes. */
export function doneDoors(server: Server, services: Services, programme: Programme): void {
  const ground = { ...services, releases: openReleases(programme) }
  const address = planUrls.done(':token', ':action')
  server.get(address, (request, reply) => show({ request, reply }, ground))
  server.post(address, (request, reply) => declare({ request, reply }, ground))
  server.post(planUrls.undo(':token', ':action'), (request, reply) => takeBack({ request, reply }, ground))
}

function show(exchange: Exchange, ground: Ground, wrong?: { note: string; error: string }) {
  const { request, reply } = exchange
  const { token, action: id } = request.params as Params
  return withPlan(exchange, ground, async ({ run, plan, programme }) => {
    const action = findAction(programme, id)
    const proof = (await listProofs(ground.db, run.id)).find((proof) => proof.action === id) ?? null
    const isPlanned = plan.lines.some((line) => line.action === id)
    if (!action || !(proof || isPlanned)) return notPlanned(exchange)
    return reply.page(<DonePage page={request.pageContext} {...{ token, action, proof, wrong }} />)
  })
}

function notPlanned({ request, reply }: Exchange): FastifyReply {
  const { token } = request.params as Params
  return reply.code(404).page(<NotPlannedPage page={request.pageContext} token={token} />)
}

async function declare(exchange: Exchange, ground: Ground): Promise<FastifyReply> {
  const { request, reply } = exchange
  const { token, action } = request.params as Params
  const form = parseForm(doneForm, request.body)
  if (!form.ok) {
    const wrong = { note: form.typed['note'] ?? '', error: form.errors['note'] ?? 'note.long' }
    return show({ request, reply: reply.code(422) }, ground, wrong)
  }
  const done = { releases: ground.releases, token, action, note: form.value.note }
  const outcome = await transaction(ground.db, (tx) => declareDone(tx, ground.clock(), done))
  switch (outcome.kind) {
    case 'done':
      return reply.redirect(
        outcome.touched === null
          ? diagnosticUrls.result(token)
          : diagnosticUrls.question(token, outcome.touched, 'resultat'),
        303,
      )
    case 'not-in-plan':
      return notPlanned(exchange)
    case 'not-found':
      return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
    default:
      return unreachable(outcome)
  }
}

async function takeBack({ request, reply }: Exchange, { db }: Ground): Promise<FastifyReply> {
  const { token, action } = request.params as Params
  const outcome = await transaction(db, (tx) => takeBackDone(tx, { token, action }))
  switch (outcome.kind) {
    case 'undone':
      return reply.redirect(diagnosticUrls.result(token), 303)
    case 'not-found':
      return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
    default:
      return unreachable(outcome)
  }
}
