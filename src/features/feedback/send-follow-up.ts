import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail } from '../../ui/mail.tsx'
import { bookingState, type BookingDetails } from '../bookings/booking.ts'
import { findBooking } from '../bookings/store.ts'
import type { Releases } from '../diagnostics/store.ts'
import { findTraining } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import { isPassed } from '../quizzes/quiz.ts'
import { findBestAttempt } from '../quizzes/store.ts'
import { findHelpedPlan } from './find-helped-plan.ts'
import { isDue, type FollowUpKey } from './follow-up.ts'
import { claimFollowUp, isDeclaredAway, markFollowUp } from './follow-up-store.ts'
import { findPractice } from './practice-store.ts'
import { findFeedback } from './store.ts'
import { tellDayAfter, tellMonthAfter, type FollowUpMail, type Speaker } from './tell-follow-up.ts'

/**
 * Writes a mail after a session, once: the claim, the mail and the mark are one transaction. One that would ask for
 * nothing, or that comes too late, is dropped.
 */
export async function sendFollowUp(
  tx: Tx,
  now: Date,
  key: FollowUpKey,
  speaker: Speaker & { releases: Releases },
): Promise<void> {
  const booking = await findBooking(tx, key.bookingId)
  if (!booking || !(await claimFollowUp(tx, now, key))) return
  const training = findTraining(speaker.programme, booking.session.trainingId)
  const isWanted =
    training && bookingState(booking, now) === 'past' && isDue(key.kind, booking.session.endsAt, now)
  const mail = isWanted ? await write(tx, key, { booking, training }, speaker) : null
  if (!mail) return markFollowUp(tx, key, { droppedAt: now })
  await queueMail(tx, now, {
    ...renderMail({ language: booking.language, programme: speaker.programme, ...mail.content }),
    kind: `feedback.${key.kind}`,
    onceKey: ['feedback.follow-up', booking.id, key.kind].join(':'),
    to: booking.email,
    subject: mail.subject,
  })
  await markFollowUp(tx, key, { sentAt: now })
}

type Followed = { booking: BookingDetails; training: Training }

function write(
  tx: Tx,
  { kind }: FollowUpKey,
  followed: Followed,
  speaker: Speaker & { releases: Releases },
): Promise<FollowUpMail | null> {
  return kind === 'day-after' ? writeDayAfter(tx, followed, speaker) : writeMonthAfter(tx, followed, speaker)
}

/** Null when the quiz is passed and the opinion given. */
async function writeDayAfter(tx: Tx, { booking, training }: Followed, speaker: Speaker) {
  const owned = { personId: booking.personId, trainingId: training.id }
  const best = await findBestAttempt(tx, owned)
  const feedback = await findFeedback(tx, { ...owned, trainingSessionId: booking.session.id })
  const asksQuiz = training.quiz !== undefined && !(best && isPassed(best))
  if (!asksQuiz && feedback) return null
  return tellDayAfter(speaker, { booking, training, asksQuiz })
}

/** Null when it was told already, when the plan knows, or when the person was not there. */
async function writeMonthAfter(
  tx: Tx,
  { booking, training }: Followed,
  speaker: Speaker & { releases: Releases },
) {
  if ((await findPractice(tx, booking.id)) || (await isDeclaredAway(tx, booking.id))) return null
  const about = { bookingId: booking.id, trainingId: training.id }
  const helped = (await findHelpedPlan(tx, speaker.releases, about))?.actions ?? []
  if (helped.length > 0 && helped.every(({ isDone }) => isDone)) return null
  return tellMonthAfter(speaker, { booking, training })
}
