import type { Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import type { StoryBooking } from './story.ts'

const mostBookings = 100

/** The bookings made for a business, latest session first; addresses only for who may see them. */
export function listBookingsOfBusiness(
  db: Reader,
  viewer: Actor,
  businessId: string,
): Promise<StoryBooking[]> {
  return db
    .selectFrom('bookings')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'bookings.trainingSessionId')
    .innerJoin('people', 'people.id', 'bookings.personId')
    .select([
      'bookings.id',
      'trainingSessions.id as sessionId',
      'trainingId',
      'startsAt',
      'zone',
      'bookings.cancelledAt',
      'people.name',
    ])
    .select((eb) =>
      (maySeeContacts(viewer) ? eb.ref('people.email') : eb.val<string | null>(null))
        .$castTo<string | null>()
        .as('email'),
    )
    .where('bookings.businessId', '=', businessId)
    .orderBy('startsAt', 'desc')
    .orderBy('bookings.id')
    .limit(mostBookings)
    .execute()
}
