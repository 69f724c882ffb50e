import { z } from 'zod'
import type { Job } from '../../core/queue.ts'

/** One mail after a session, to who held a seat. */
export const followUpJob = {
  name: 'feedback.send-follow-up',
  payload: z.object({ bookingId: z.uuid(), kind: z.enum(['day-after', 'month-after']) }),
} satisfies Job

export const sweepFollowUpsJob = { name: 'feedback.sweep-follow-ups', payload: z.object({}) } satisfies Job
