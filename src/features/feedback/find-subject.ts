import type { Reader } from '../../core/db.ts'
import { bookingState } from '../bookings/booking.ts'
import type { Lesson } from '../quizzes/learner.ts'
import type { Subject } from './feedback.ts'
import { findLastSessionOf } from './store.ts'

/** Of what this person speaks: the session of the booking that led here, else their last one, else the training. */
export async function findSubject(db: Reader, now: Date, { training, learner }: Lesson): Promise<Subject> {
  const { personId, booking } = learner
  const owned = { personId, trainingId: training.id }
  const led = booking && bookingState(booking, now) === 'past' ? booking.session.id : null
  return { ...owned, trainingSessionId: led ?? (await findLastSessionOf(db, now, owned)) }
}
