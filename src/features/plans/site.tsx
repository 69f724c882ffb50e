import type { FastifyReply } from 'fastify'
import { transaction, type Reader } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import type { Actor } from '../accounts/person.ts'
import { compareResults } from '../diagnostics/compare.ts'
import type { Run } from '../diagnostics/diagnostic.ts'
import { isStale as isStaleResult } from '../diagnostics/result.ts'
import { openReleases } from '../diagnostics/store.ts'
import type { Change } from '../diagnostics/site-change.view.tsx'
import { NoDiagnosticPage } from '../diagnostics/site-trouble.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { findComparison } from '../editions/find-comparison.ts'
import type { Programme } from '../programmes/programme.ts'
import { newsQuery } from './input.ts'
import { makePlan } from './make-plan.ts'
import type { KeptPlan } from './plan.ts'
import { exploreDoors, withPlan, type Shelf } from './site-explore.tsx'
import { MethodPage } from './site-method.view.tsx'
import type { Keeping } from './site-keep.view.tsx'
import { ResultPage } from './site.view.tsx'
import { findPlan } from './store.ts'
import { listProofs } from './proof-store.ts'
import { planUrls } from './urls.ts'

type Params = { token: string }

/** The end of a diagnostic: its result with its plan, and how both are worked out. */
export function site(server: Server, { db, clock }: Services, programme: Programme): void {
  const releases = openReleases(programme)

  server.post<{ Params: Params }>(diagnosticUrls.finish(':token'), async (request, reply) => {
    const { token } = request.params
    const outcome = await transaction(db, (tx) => makePlan(tx, clock(), { releases, token }))
    switch (outcome.kind) {
      case 'made':
        return reply.redirect(diagnosticUrls.result(token), 303)
      case 'not-found':
        return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
      default:
        return unreachable(outcome)
    }
  })

  server.get(diagnosticUrls.result(':token'), (request, reply) => {
    const { nouvelle } = newsQuery.parse(request.query)
    const news = nouvelle === 'envoye' ? 'mailed' : undefined
    return showResult({ request, reply }, { db, releases }, { news })
  })

  exploreDoors(server, { db, releases })

  server.get(planUrls.method, (request, reply) =>
    reply.page(<MethodPage page={request.pageContext} programme={programme} />),
  )
}

/** The result with its plan; `tried` says what came of an attempt to keep it. */
export function showResult(
  { request, reply }: Exchange,
  shelf: Shelf,
  tried: Omit<Keeping, 'holder'> = {},
): Promise<FastifyReply> {
  return withPlan({ request, reply }, shelf, async ({ run, plan, programme }) => {
    const page = request.pageContext
    const { token, given } = run
    const isStale = isStaleResult(programme, plan.result, given)
    const keeping = { holder: holderFor(run, request.actor), ...tried }
    const change = await changeSince(shelf.db, run, { programme, plan })
    const comparison = await findComparison(shelf.db, programme, { ...plan, businessId: run.businessId })
    const proofs = await listProofs(shelf.db, run.id)
    const view = { page, programme, plan, token, given, isStale, keeping, change, comparison, proofs }
    return reply.page(<ResultPage {...view} />)
  })
}

type Now = { programme: Programme; plan: KeptPlan }

/** What has changed since the run that this one took up again; null when it took up none. */
async function changeSince(
  db: Reader,
  { previousId }: Run,
  { programme, plan }: Now,
): Promise<Change | null> {
  const before = previousId === null ? null : await findPlan(db, previousId)
  if (!before) return null
  const comparison = compareResults(programme, before.result, plan.result)
  return { comparison, before: before.madeAt, after: plan.madeAt }
}

function holderFor({ personId }: Run, actor: Actor | null): Keeping['holder'] {
  if (personId === null) return 'nobody'
  return personId === actor?.personId ? 'you' : 'somebody'
}
