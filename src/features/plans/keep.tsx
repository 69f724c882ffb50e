import type { FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { writePdf } from '../../ui/pdf.ts'
import type { Actor } from '../accounts/person.ts'
import { signInUrl } from '../accounts/urls.ts'
import { claimDiagnostic } from '../diagnostics/claim-diagnostic.ts'
import { findRun, openReleases, type Releases } from '../diagnostics/store.ts'
import { NoDiagnosticPage } from '../diagnostics/site-trouble.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { findComparison } from '../editions/find-comparison.ts'
import type { Programme } from '../programmes/programme.ts'
import { mailForm } from './input.ts'
import { mailPlan } from './mail-plan.ts'
import { planPaper } from './paper.view.tsx'
import { showResult } from './site.tsx'
import { findPlan } from './store.ts'
import { texts } from './texts.ts'
import { planUrls } from './urls.ts'

type Ground = Pick<Services, 'db' | 'clock' | 'config'> & { releases: Releases }

/** Keeping a result: as a document, by e-mail, in one's own space. */
export function keepDoors(server: Server, services: Services, programme: Programme): void {
  const ground = { ...services, releases: openReleases(programme) }
  server.get(planUrls.paper(':token'), (request, reply) => sendPaper({ request, reply }, ground))

  server.post(planUrls.mail(':token'), (request, reply) => mail({ request, reply }, ground))
  // Who reloads the page of a mistyped address comes here.
  server.get(planUrls.mail(':token'), (request, reply) =>
    reply.redirect(planUrls.keep(tokenOf(request)), 303),
  )

  server.post(planUrls.claim(':token'), (request, reply) => askToClaim({ request, reply }, ground))
  server.get(planUrls.claim(':token'), (request, reply) => claimAfterSignIn({ request, reply }, ground))
}

function tokenOf({ params }: FastifyRequest): string {
  return (params as { token: string }).token
}

async function sendPaper({ request, reply }: Exchange, { db, releases }: Ground) {
  const token = tokenOf(request)
  const page = request.pageContext
  const run = await findRun(db, token)
  if (!run) return reply.code(404).page(<NoDiagnosticPage page={page} />)
  const plan = await findPlan(db, run.id)
  if (!plan) return reply.redirect(diagnosticUrls.result(token), 303)
  const programme = await releases.read(db, plan.releaseId)
  const comparison = await findComparison(db, programme, { ...plan, businessId: run.businessId })
  const paper = await writePdf(planPaper({ page, programme, plan, token, comparison }))
  const file = texts[page.language].paper.file(plan.madeAt.toISOString().slice(0, 10))
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${file}"`)
    .header('cache-control', 'private, no-store')
    .send(paper)
}

async function mail({ request, reply }: Exchange, ground: Ground) {
  const { db, clock, config, releases } = ground
  const token = tokenOf(request)
  const form = parseForm(mailForm, request.body)
  const again = (status: number, error: string) => {
    const tried = { typed: form.typed, errors: { email: error } }
    return showResult({ request, reply: reply.code(status) }, { db, releases }, tried)
  }
  if (!form.ok) return again(422, form.errors['email'] ?? 'email.missing')
  const { ip: address, language } = request
  const wish = { releases, token, address, language, email: form.value.email, publicUrl: config.publicUrl }
  const outcome = await transaction(db, (tx) => mailPlan(tx, clock(), wish))
  switch (outcome.kind) {
    case 'mailed':
      return reply.redirect(planUrls.keep(token, 'envoye'), 303)
    case 'too-many':
      return again(429, `${outcome.of}.too-many`)
    case 'no-plan':
      return reply.redirect(diagnosticUrls.result(token), 303)
    case 'not-found':
      return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
    default:
      return unreachable(outcome)
  }
}

/**
 * The wish to keep a result is remembered in this browser while its owner signs in. Without it, a link on another
 * site could put somebody else's result in the space of whoever is signed in.
 */
const wishCookie = 'pignon.keep'
const wishSeconds = 1800

function askToClaim({ request, reply }: Exchange, ground: Ground) {
  const token = tokenOf(request)
  if (request.actor) return claim({ request, reply }, ground, request.actor)
  const secure = ground.config.publicUrl.startsWith('https:')
  const cookie = { path: diagnosticUrls.start, maxAge: wishSeconds, sameSite: 'lax', secure } as const
  return reply
    .setCookie(wishCookie, token, { ...cookie, httpOnly: true })
    .redirect(signInUrl(planUrls.claim(token)), 303)
}

function claimAfterSignIn({ request, reply }: Exchange, ground: Ground) {
  const token = tokenOf(request)
  const isWished = request.cookies[wishCookie] === token
  if (!request.actor || !isWished) return reply.redirect(planUrls.keep(token), 303)
  reply.clearCookie(wishCookie, { path: diagnosticUrls.start })
  return claim({ request, reply }, ground, request.actor)
}

async function claim({ request, reply }: Exchange, { db, releases }: Ground, actor: Actor) {
  const token = tokenOf(request)
  const outcome = await transaction(db, (tx) => claimDiagnostic(tx, actor, { token }))
  switch (outcome.kind) {
    case 'claimed':
    case 'already-yours':
      return reply.redirect(planUrls.keep(token), 303)
    case 'taken':
    case 'staff':
      return showResult({ request, reply: reply.code(409) }, { db, releases }, { news: outcome.kind })
    case 'not-found':
      return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
    default:
      return unreachable(outcome)
  }
}
