import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { maySeeContacts } from '../training-sessions/training-session.ts'
import type { Step, StoryBooking } from './story.ts'

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

/** How far each of these businesses has come; the last step reached. */
export async function listSteps(
  db: Reader,
  businessIds: readonly string[],
): Promise<ReadonlyMap<string, Step>> {
  const rows = await ask(
    db,
    sql<{ id: string; step: Step }>`
      select given.id, case
        when exists (select from bookings where business_id = given.id and cancelled_at is null) then 'booked'
        when exists (select from diagnostics where business_id = given.id and finished_at is not null) then 'diagnosed'
        else 'register' end as step
      from unnest(${businessIds}::uuid[]) as given (id)`,
  )
  return new Map(rows.map(({ id, step }) => [id, step]))
}
