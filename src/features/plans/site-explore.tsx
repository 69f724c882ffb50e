import type { FastifyReply } from 'fastify'
import type { Exchange, Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import type { Run } from '../diagnostics/diagnostic.ts'
import { NoDiagnosticPage } from '../diagnostics/site-trouble.view.tsx'
import { findRun, type Releases } from '../diagnostics/store.ts'
import { findComparison } from '../editions/find-comparison.ts'
import { ComparePage } from '../editions/site-compare.view.tsx'
import { editionUrls } from '../editions/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { explainAll, offerOf } from './explain.ts'
import { whatIfQuery } from './input.ts'
import type { KeptPlan } from './plan.ts'
import { WhatIfPage } from './site-what-if.view.tsx'
import { WhyNotPage } from './site-why-not.view.tsx'
import { NoResultPage } from './site.view.tsx'
import { findPlan } from './store.ts'
import { planUrls, TICKS } from './urls.ts'
import { whatIf } from './what-if.ts'

/** Where plans are read, each with the release it was made under. */
export type Shelf = Pick<Services, 'db'> & { releases: Releases }
type Planned = { run: Run; plan: KeptPlan; programme: Programme }

/** What a plan can be asked: what would change, why not something else, and how others do. All only read. */
export function exploreDoors(server: Server, shelf: Shelf): void {
  server.get(planUrls.whatIf(':token'), (request, reply) =>
    withPlan({ request, reply }, shelf, ({ run, plan, programme }) => {
      const offer = offerOf(programme, plan)
      const wanted = whatIfQuery.parse(request.query)[TICKS]
      const actions = [...offer.planned, ...offer.others].filter(({ id }) => wanted.includes(id))
      const outcome = whatIf(programme, plan.result, actions)
      const ticked = actions.map(({ id }) => id)
      const { token } = run
      return reply.page(
        <WhatIfPage page={request.pageContext} {...{ programme, token, offer, outcome, ticked }} />,
      )
    }),
  )

  server.get(planUrls.whyNot(':token'), (request, reply) =>
    withPlan({ request, reply }, shelf, ({ run, plan, programme }) => {
      const explanations = explainAll(programme, plan)
      const open = offerOf(programme, plan).others.map(({ id }) => id)
      return reply.page(
        <WhyNotPage
          page={request.pageContext}
          token={run.token}
          {...{ programme, plan, explanations, open }}
        />,
      )
    }),
  )

  server.get(editionUrls.compare(':token'), (request, reply) =>
    withPlan({ request, reply }, shelf, async ({ run, plan, programme }) => {
      const { token, businessId } = run
      const { result } = plan
      const comparison = await findComparison(shelf.db, programme, { ...plan, businessId })
      const view = { page: request.pageContext, token, programme, result, comparison }
      return reply.page(<ComparePage {...view} published={shelf.releases.current} />)
    }),
  )
}

/** Finds the newest plan of this link and its release, or says what is missing. */
export async function withPlan(
  { request, reply }: Exchange,
  { db, releases }: Shelf,
  show: (planned: Planned) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const page = request.pageContext
  const run = await findRun(db, (request.params as { token: string }).token)
  if (!run) return reply.code(404).page(<NoDiagnosticPage page={page} />)
  const plan = await findPlan(db, run.id)
  if (!plan) return reply.page(<NoResultPage page={page} token={run.token} />)
  return show({ run, plan, programme: await releases.read(db, plan.releaseId) })
}
