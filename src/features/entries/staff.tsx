import { newId } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { findBusinessWithin } from '../businesses/store.ts'
import { listDiagnostics, openReleases } from '../diagnostics/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { beginForm, beginQuery } from './input.ts'
import { BeginPage } from './staff-begin.view.tsx'
import { paperDoors } from './staff-paper.tsx'
import { resultDoors } from './staff-result.tsx'
import { runDoors } from './staff-run.tsx'
import { forAdvisers, notFound, refuse, type Ground, type Visit } from './staff-visit.tsx'
import { startEntry } from './start-entry.ts'
import { entryUrls } from './urls.ts'

/** Answering for owners: by telephone, on a visit, from paper. Mount it behind the guard. */
export function staff(server: Server, services: Services, programme: Programme): void {
  const ground = { services, programme, releases: openReleases(programme) }
  server.get(
    entryUrls.begin,
    forAdvisers((visit) => showBegin(visit, ground, beginQuery.parse(visit.request.query).commerce)),
  )
  server.post(
    entryUrls.begin,
    forAdvisers((visit) => begin(visit, ground)),
  )
  paperDoors(server, ground)
  runDoors(server, ground)
  resultDoors(server, ground)
}

async function showBegin(
  { request, reply, actor }: Visit,
  { services: { db } }: Ground,
  businessId: string | null,
  error?: string,
) {
  const business = businessId === null ? null : await findBusinessWithin(db, actor, businessId)
  if (businessId !== null && !business) return notFound(reply)
  const begun = business ? await listDiagnostics(db, { businessId: business.id }) : []
  const view = { page: request.pageContext, business, begun, formKey: newId(), error }
  return reply.code(error === undefined ? 200 : 422).page(<BeginPage {...view} />)
}

async function begin(visit: Visit, ground: Ground) {
  const { request, reply, actor } = visit
  const { services, programme } = ground
  const form = parseForm(beginForm, request.body)
  if (!form.ok) {
    const { commerce } = beginQuery.parse({ commerce: form.typed['commerce'] })
    return showBegin(visit, ground, commerce, Object.values(form.errors)[0])
  }
  const { key, channel, commerce } = form.value
  const wanted = { key, channel, programme, businessId: commerce || null, language: request.language }
  const outcome = await transaction(services.db, (tx) => startEntry(tx, services.clock(), actor, wanted))
  switch (outcome.kind) {
    case 'started':
    case 'started-already':
      return reply.redirect(entryUrls.run(outcome.diagnosticId), 303)
    case 'unknown-business':
      return showBegin(visit, ground, null, 'business.unknown')
    case 'forbidden':
      return refuse(visit)
    default:
      return unreachable(outcome)
  }
}
