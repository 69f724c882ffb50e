import type { FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import type { Exchange, Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { countPresent } from '../attendance/stay-store.ts'
import { roomStateOf } from '../bookings/room-times.ts'
import { bookingUrls } from '../bookings/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { findStaffSession } from '../training-sessions/store.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import type { BoardData } from './board.ts'
import { mayHost } from '../bookings/host.ts'
import { sessionParams } from './input.ts'
import type { RoomHub } from './room-hub.ts'
import type { Desk } from './show-room.tsx'
import { HostPage, type StaffRefusal } from './staff.view.tsx'
import { staffForms } from './staff-forms.tsx'
import { readRoom } from './store.ts'
import { answerWithNews } from './stream.tsx'
import { roomPaths } from './urls.ts'

/** The room for its trainer and for operators. Mount it behind the guard. */
export function staff(server: Server, services: Services, programme: Programme, hub: RoomHub): void {
  const desk = { services, programme }
  const pattern = bookingUrls.staffRoomPattern
  server.get(pattern, (request, reply) => showHost({ request, reply }, desk))
  server.get(pattern + roomPaths.stream, { exposeHeadRoute: false }, (request, reply) =>
    listen({ request, reply }, desk, hub),
  )
  staffForms(server, desk, showHost)
}

/** The session of the address, for who may run it; for others it does not exist. */
async function findHosted(request: FastifyRequest, { services }: Desk): Promise<TrainingSession | null> {
  const params = sessionParams.safeParse(request.params)
  const actor = staffOf(request)
  if (!params.success || !mayHost(actor)) return null
  return findStaffSession(services.db, params.data.id, actor)
}

async function showHost(exchange: Exchange, desk: Desk, refusal: StaffRefusal | null = null) {
  const { request, reply } = exchange
  const session = await findHosted(request, desk)
  if (!session) return reply.callNotFound()
  const state = roomStateOf(session, desk.services.clock())
  const isClosed = state === 'over' || state === 'called-off'
  const board = await boardOf(request, desk, session)
  const page = { ...request.pageContext, path: board.room }
  return reply.page(<HostPage {...{ page, programme: desk.programme, session, board, refusal, isClosed }} />)
}

async function boardOf(
  { language }: FastifyRequest,
  { services: { db, clock } }: Desk,
  { id }: TrainingSession,
): Promise<BoardData> {
  const [room, people] = await Promise.all([readRoom(db, id), countPresent(db, clock(), id)])
  const address = bookingUrls.staffRoom(id)
  return { language, room: address, news: { ...room, people }, own: null, formKey: newToken() }
}

async function listen(exchange: Exchange, desk: Desk, hub: RoomHub) {
  const { request, reply } = exchange
  const session = await findHosted(request, desk)
  if (!session) return reply.callNotFound()
  const state = roomStateOf(session, desk.services.clock())
  if (state === 'over' || state === 'called-off') return reply.code(204).send()
  const holder = staffOf(request).personId
  return answerWithNews(exchange, hub, { trainingSessionId: session.id, isStaff: true, holder })
}
