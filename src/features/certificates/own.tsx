import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { signInUrl } from '../accounts/urls.ts'
import { bookingState } from '../bookings/booking.ts'
import { listBookingsOf } from '../bookings/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { listBestAttempts } from '../quizzes/store.ts'
import { learningUrls } from '../trainings/urls.ts'
import { learntBy } from './learnt.ts'
import { OwnPage } from './own.view.tsx'
import { listCertificatesOf } from './store.ts'

/** Everything that one person has learnt, and what is left to do for it. */
export function ownDoor(server: Server, { db, clock }: Services, programme: Programme): void {
  server.get(learningUrls.own, async (request, reply) => {
    const { actor } = request
    if (!actor) return reply.redirect(signInUrl(learningUrls.own), 303)
    const [certificates, attempts, bookings] = await Promise.all([
      listCertificatesOf(db, actor.personId),
      listBestAttempts(db, actor.personId),
      listBookingsOf(db, actor.personId),
    ])
    const past = bookings.filter((booking) => bookingState(booking, clock()) === 'past')
    const followed = past.map(({ session }) => session.trainingId)
    const learnt = learntBy(programme, { certificates, attempts, followed })
    return reply
      .header('cache-control', 'private, no-store')
      .page(<OwnPage page={request.pageContext} learnt={learnt} />)
  })
}
