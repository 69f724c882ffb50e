import type { Exchange } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { findCallOffMessage, findSessionChange } from '../training-sessions/change-store.ts'
import { mayChange } from '../training-sessions/change.ts'
import { isOpen } from '../training-sessions/training-session.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { changedQuery, enrolledQuery, newSeatsQuery } from './input.ts'
import { findSession } from './staff-change.tsx'
import type { RefusedCapacity } from './staff-line.view.tsx'
import { RosterPage } from './staff.view.tsx'
import { listRoster } from './store.ts'
import { listWaitingLines } from './waiting-store.ts'

export type Desk = { services: Services; programme: Programme }

/** The session with its people; `refusal`: a number of seats that was refused. */
export async function showRoster(
  { request, reply }: Exchange,
  { services, programme }: Desk,
  refusal: RefusedCapacity | null = null,
) {
  const { db, clock } = services
  const actor = staffOf(request)
  const session = await findSession(request, services)
  if (!session) return reply.callNotFound()
  const { change: version } = changedQuery.parse(request.query)
  const [roster, waiting, change, message] = await Promise.all([
    listRoster(db, session.id, actor),
    listWaitingLines(db, session.id, actor),
    findSessionChange(db, { trainingSessionId: session.id, version: version ?? -1 }),
    session.cancelledAt && findCallOffMessage(db, session.id),
  ])
  const now = clock()
  const isChanged = refusal === null && newSeatsQuery.parse(request.query).places !== null
  const isChangeable = isOpen(session, now) && mayChange(actor, session)
  const { inscrit: enrolled } = enrolledQuery.parse(request.query)
  const people = { roster, waiting, refusal, isChanged, enrolled }
  const view = { programme, actor, session, now, change, message, isChangeable, ...people }
  return reply.page(
    <RosterPage page={{ ...request.pageContext, path: staffSessionUrl(session.id) }} {...view} />,
  )
}
