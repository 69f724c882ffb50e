import { z } from 'zod'
import type { Job } from '../../core/queue.ts'

/** Tells somebody of the certificate just issued. */
export const certificateMailJob = {
  name: 'certificates.send-certificate',
  payload: z.object({ certificateId: z.uuid() }),
} satisfies Job
