import { z } from 'zod'
import type { Job } from '../../core/queue.ts'

const reminderKind = z.enum(['day-before', 'hour-before', 'ten-minutes-before'])

/** `again`: asked for once more in that hour, so that a third request in the hour sends nothing. */
export const confirmationJob = {
  name: 'bookings.send-confirmation',
  payload: z.object({ bookingId: z.uuid(), again: z.string().optional() }),
} satisfies Job

export const reminderJob = {
  name: 'bookings.send-reminder',
  payload: z.object({ bookingId: z.uuid(), kind: reminderKind }),
} satisfies Job

/** Queues the reminders of a session once they are due: one job a session and kind, however many book. */
export const remindSessionJob = {
  name: 'bookings.remind-session',
  payload: z.object({ trainingSessionId: z.uuid(), kind: reminderKind }),
} satisfies Job

export const cancellationJob = {
  name: 'bookings.send-cancellation',
  payload: z.object({ bookingId: z.uuid() }),
} satisfies Job

/** A word to somebody in the line. `again`: asked for once more in that hour, as for a confirmation; or the new start. */
export const waitingMailJob = {
  name: 'bookings.send-waiting-mail',
  payload: z.object({
    entryId: z.uuid(),
    kind: z.enum(['joined', 'offered', 'lapsed', 'moved', 'called-off']),
    again: z.string().optional(),
  }),
} satisfies Job

/** Queued with the offer, for the moment it ends. */
export const expireOfferJob = {
  name: 'bookings.expire-offer',
  payload: z.object({ entryId: z.uuid() }),
} satisfies Job

export const sweepOffersJob = { name: 'bookings.sweep-offers', payload: z.object({}) } satisfies Job

/** Tells who holds a seat that the session has moved or is called off. */
export const tellChangeJob = {
  name: 'bookings.tell-change',
  payload: z.object({ bookingId: z.uuid() }),
} satisfies Job

export const sweepRemindersJob = { name: 'bookings.sweep-reminders', payload: z.object({}) } satisfies Job
