import { z } from 'zod'
import type { Job } from '../../core/queue.ts'

export const makeEditionJob = {
  name: 'editions.make-edition',
  payload: z.object({ workId: z.uuid() }),
  retryLimit: 3,
} satisfies Job
