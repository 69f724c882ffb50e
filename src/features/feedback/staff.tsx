import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Programme } from '../programmes/programme.ts'
import { StaffFeedbackPage } from './staff.view.tsx'
import { listFeedback } from './store.ts'
import { feedbackUrls } from './urls.ts'

/** What people say of the trainings, as far as each member of the team may know. Mount it behind the guard. */
export function staff(server: Server, { db }: Services, programme: Programme): void {
  server.get(feedbackUrls.staff, async (request, reply) => {
    const actor = staffOf(request)
    const summaries = await listFeedback(db, actor)
    const view = {
      programme,
      summaries,
      isOwnOnly: actor.role === 'trainer',
      isRelayOnly: actor.relayId !== null,
    }
    return reply.page(<StaffFeedbackPage page={request.pageContext} {...view} />)
  })
}
