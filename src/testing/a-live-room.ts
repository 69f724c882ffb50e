/** A session that takes place around the clock of tests, with people who hold seats in it. */
import { transaction, type Db } from '../core/db.ts'
import type { BookingDetails } from '../features/bookings/booking.ts'
import { enterRoom } from '../features/live-rooms/enter-room.ts'
import type { NewSession } from '../features/training-sessions/store.ts'
import type { TrainingSession } from '../features/training-sessions/training-session.ts'
import { aBooking, aTrainingSession } from './a-training-session.ts'
import { testNow } from './app.ts'

type Options = { seats?: number; session?: Partial<NewSession>; now?: Date }
type LiveRoom = { session: TrainingSession; seats: BookingDetails[] }

/** It began five minutes before `now`; who holds a seat has gone in. */
export async function aLiveRoom(
  db: Db,
  { seats: count = 2, session: more = {}, now = testNow }: Options = {},
): Promise<LiveRoom> {
  const startsAt = new Date(now.getTime() - 5 * 60_000)
  const session = await aTrainingSession(db, { startsAt, capacity: Math.max(count, 30), ...more })
  const before = new Date(startsAt.getTime() - 86_400_000)
  const seats: BookingDetails[] = []
  for (let place = 0; place < count; place++) seats.push(await aBooking(db, { session, at: before }))
  for (const { token } of seats) await transaction(db, (tx) => enterRoom(tx, now, token))
  return { session, seats }
}
