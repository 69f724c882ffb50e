import type { Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import type { BookingDetails } from '../bookings/booking.ts'
import { findBookingByToken } from '../bookings/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'

/** Somebody who comes after a training: by the link of a booking of it, or signed in. */
export type Learner = {
  personId: string
  /** As far as it is known; may be empty. */
  name: string
  /** The booking that led here, which the addresses carry on; null for who has signed in. */
  booking: BookingDetails | null
}

export type Lesson = { training: Training; learner: Learner }
export type FoundLesson =
  | ({ kind: 'found' } & Lesson)
  | { kind: 'no-training' }
  /** Nobody is signed in, and no booking of this training has this token. */
  | { kind: 'stranger'; training: Training }

/**
 * Who comes to which training. A booking's link counts more than a sign-in: a member of staff who opens it with its
 * owner answers for the owner. It opens the training that was booked, and no other.
 */
export async function findLesson(
  db: Reader,
  programme: Programme,
  { slug, token, actor }: { slug: string; token: string | null; actor: Actor | null },
): Promise<FoundLesson> {
  const training = findTraining(programme, slug)
  if (training?.slug !== slug) return { kind: 'no-training' }
  const booking = token === null ? null : await findBookingByToken(db, token)
  if (booking?.session.trainingId === training.id) {
    const { personId, personName: name } = booking
    return { kind: 'found', training, learner: { personId, name, booking } }
  }
  if (!actor) return { kind: 'stranger', training }
  return { kind: 'found', training, learner: { personId: actor.personId, name: actor.name, booking: null } }
}
