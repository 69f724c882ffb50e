import type { FastifyReply } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { listStaff } from '../accounts/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { relayNames } from '../relays/store.ts'
import { inviteForm, membersQuery } from './input.ts'
import { inviteStaff } from './invite-staff.ts'
import { MembersPage, type InviteRefusal } from './staff-members.view.tsx'
import { opened, type Visit } from './staff-visit.tsx'
import { staffUrls } from './urls.ts'

type Door = { services: Services; programme: Programme }

/** Who is in the team, and the form that invites. */
export function membersDoor(server: Server, services: Services, programme: Programme): void {
  const door = { services, programme }
  server.get(
    staffUrls.members,
    opened('members', (visit) => show(visit, door, null)),
  )
  server.post(
    staffUrls.members,
    opened('members', (visit) => invite(visit, door)),
  )
}

async function show(
  { request, reply }: Visit,
  { services: { db } }: Door,
  refusal: InviteRefusal | null,
): Promise<FastifyReply> {
  const members = await listStaff(db)
  const relays = await relayNames(db)
  const { invite: id } = membersQuery.parse(request.query)
  const invited = members.find((member) => member.id === id) ?? null
  const view = { members, relays, invited, refusal }
  return reply.page(<MembersPage page={request.pageContext} {...view} />)
}

async function invite(visit: Visit, door: Door): Promise<FastifyReply> {
  const { request, reply, actor } = visit
  const { db, clock, config } = door.services
  const form = parseForm(inviteForm, request.body)
  const again = (status: number, refusal: Partial<InviteRefusal>) => {
    reply.code(status)
    return show(visit, door, { typed: form.typed, errors: {}, already: null, ...refusal })
  }
  if (!form.ok) return again(422, { errors: form.errors })
  const { relay: relayId, ...who } = form.value
  const from = { language: request.language, programme: door.programme, publicUrl: config.publicUrl }
  const outcome = await transaction(db, (tx) => inviteStaff(tx, clock(), actor, { ...who, relayId, ...from }))
  switch (outcome.kind) {
    case 'invited':
      return reply.redirect(`${staffUrls.members}?invite=${outcome.personId}`, 303)
    case 'member-already':
      return again(409, { already: outcome.role })
    case 'relay-missing':
    case 'relay-unknown':
      return again(422, { errors: { relay: 'relay.missing' } })
    case 'forbidden':
      return again(403, {})
    default:
      return unreachable(outcome)
  }
}
