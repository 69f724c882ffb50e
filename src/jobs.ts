/** Every kind of job; `pignon migrate` makes a queue for each. */
import { z } from 'zod'
import { sendMail } from './core/mail.ts'
import type { Job } from './core/queue.ts'
import {
  cancellationJob,
  confirmationJob,
  expireOfferJob,
  reminderJob,
  remindSessionJob,
  sweepOffersJob,
  sweepRemindersJob,
  tellChangeJob,
  waitingMailJob,
} from './features/bookings/jobs.ts'
import { certificateMailJob } from './features/certificates/jobs.ts'
import { makeEditionJob } from './features/editions/jobs.ts'
import { followUpJob, sweepFollowUpsJob } from './features/feedback/jobs.ts'
import { importListJob, undoImportJob } from './features/imports/jobs.ts'

export const housekeeping = { name: 'core.housekeeping', payload: z.object({}) } satisfies Job

export const everyJob: Job[] = [
  sendMail,
  housekeeping,
  confirmationJob,
  reminderJob,
  remindSessionJob,
  cancellationJob,
  sweepRemindersJob,
  tellChangeJob,
  waitingMailJob,
  expireOfferJob,
  sweepOffersJob,
  certificateMailJob,
  followUpJob,
  sweepFollowUpsJob,
  makeEditionJob,
  importListJob,
  undoImportJob,
]
