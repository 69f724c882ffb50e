import type { FastifyReply } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { listStaff } from '../accounts/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { inviteForm, membersQuery } from './input.ts'
import { inviteStaff } from './invite-staff.ts'
import { MembersPage, type InviteRefusal } from './staff-members.view.tsx'
import { opened, type Visit } from './staff-visit.tsx'
import { staffUrls } from './urls.ts'

/** Who is in the team, and the form that invites. */
export function membersDoor(server: Server, services: Services, programme: Programme): void {
  const { db, clock, config } = services

  const show = async ({ request, reply }: Visit, refusal: InviteRefusal | null): Promise<FastifyReply> => {
    const members = await listStaff(db)
    const { invite } = membersQuery.parse(request.query)
    const invited = members.find(({ id }) => id === invite) ?? null
    return reply.page(
      <MembersPage page={request.pageContext} members={members} invited={invited} refusal={refusal} />,
    )
  }

  server.get(
    staffUrls.members,
    opened('members', (visit) => show(visit, null)),
  )

  const invite = opened('members', async (visit) => {
    const { request, reply, actor } = visit
    const form = parseForm(inviteForm, request.body)
    const again = (status: number, refusal: Partial<InviteRefusal>) => {
      reply.code(status)
      return show(visit, { typed: form.typed, errors: {}, already: null, ...refusal })
    }
    if (!form.ok) return again(422, { errors: form.errors })
    const invitation = { ...form.value, language: request.language, programme, publicUrl: config.publicUrl }
    const outcome = await transaction(db, (tx) => inviteStaff(tx, clock(), actor, invitation))
    switch (outcome.kind) {
      case 'invited':
        return reply.redirect(`${staffUrls.members}?invite=${outcome.personId}`, 303)
      case 'member-already':
        return again(409, { already: outcome.role })
      case 'forbidden':
        return again(403, {})
      default:
        return unreachable(outcome)
    }
  })
  server.post(staffUrls.members, invite)
}
