import type { FastifyRequest } from 'fastify'
import type { Db } from '../../core/db.ts'
import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { DataBlock } from '../../ui/data-block.tsx'
import { findBusiness } from '../businesses/store.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { diagnosticQuery } from '../diagnostics/diagnostic-query.ts'
import { findRun } from '../diagnostics/store.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { findPlan } from '../plans/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import type { Training, TrainingId } from '../programmes/training.ts'
import { catalogueQuery } from '../trainings/catalogue-query.ts'
import { DATED_WITHIN_DAYS, filterOf } from '../trainings/catalogue-filter.ts'
import { CataloguePage } from '../trainings/catalogue.view.tsx'
import { TrainingPage } from '../trainings/site.view.tsx'
import { trainingUrls } from '../trainings/urls.ts'
import { courseDataOf } from './course-data.ts'
import { FeedLinks, feedsOf } from './feeds.view.tsx'
import { feedDoors } from './feeds.tsx'
import { nextWords, SessionList } from './sessions.view.tsx'
import { listComingSessions, listNextSessions } from './store.ts'
import { hasSeat, type TrainingSession } from './training-session.ts'

/** The catalogue with its dates: trainings themselves know nothing of days and seats. */
export function site(server: Server, services: Services, programme: Programme): void {
  const { db, clock } = services
  feedDoors(server, services, programme)
  server.get(trainingUrls.catalogue, async (request, reply) => {
    const now = clock()
    const filter = filterOf(programme, catalogueQuery.parse(request.query))
    const sessions = await listNextSessions(db, now)
    const page = request.pageContext
    const next = new Map(sessions.map((session) => [session.trainingId, nextWords(session, page.language)]))
    const stock = { programme, dated: datedWithin(sessions, now) }
    const feeds = feedsOf(page)
    return reply.page(
      <CataloguePage {...{ page, stock, filter, next, feeds }}>
        <FeedLinks page={page} />
      </CataloguePage>,
    )
  })

  server.get<{ Params: { slug: string } }>(trainingUrls.trainingPattern, async (request, reply) => {
    const training = findTraining(programme, request.params.slug)
    if (!training || training.slug !== request.params.slug) return reply.callNotFound()
    const sessions = await listComingSessions(db, clock(), training.id)
    const reader = await readReader(db, request, { programme, training })
    const page = request.pageContext
    const { language, publicUrl } = page
    return reply.page(
      <TrainingPage page={page} programme={programme} training={training} planUrl={reader.planUrl}>
        <SessionList
          page={page}
          sessions={sessions}
          diagnostic={reader.diagnostic}
          readerZone={reader.zone}
        />
        <DataBlock data={courseDataOf({ programme, training, sessions, language, publicUrl })} />
      </TrainingPage>,
    )
  })
}

/** The trainings with a seat left soon. */
function datedWithin(sessions: readonly TrainingSession[], now: Date): Set<TrainingId> {
  const last = now.getTime() + DATED_WITHIN_DAYS * 86_400_000
  const soon = sessions.filter((session) => hasSeat(session) && session.startsAt.getTime() <= last)
  return new Set(soon.map(({ trainingId }) => trainingId))
}

type ComingFrom = { diagnostic: string | null; planUrl: string | null; zone: string | undefined }
type Subject = { programme: Programme; training: Training }

/** Who comes from a diagnostic keeps the link to it; a link that leads nowhere is quietly forgotten. */
async function readReader(
  db: Db,
  request: FastifyRequest,
  { programme, training }: Subject,
): Promise<ComingFrom> {
  const { diagnostic } = diagnosticQuery.parse(request.query)
  const run = diagnostic === null ? null : await findRun(db, diagnostic)
  if (!run) return { diagnostic: null, planUrl: null, zone: undefined }
  const [plan, business] = await Promise.all([
    findPlan(db, run.id),
    run.businessId && findBusiness(db, run.businessId),
  ])
  const planned = programme.actions.filter(({ id }) => plan?.lines.some((line) => line.action === id))
  const isProposed = planned.some(({ trainings }) => trainings.includes(training.id))
  return {
    diagnostic: run.token,
    planUrl: isProposed ? diagnosticUrls.result(run.token) : null,
    zone: business ? zoneOfDepartment(business.departmentCode) : undefined,
  }
}
