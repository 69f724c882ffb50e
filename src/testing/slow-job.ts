import { z } from 'zod'
import type { Job } from '../core/queue.ts'

/** Known to tests only. */
export const slowJob = { name: 'testing.be-slow', payload: z.object({ id: z.uuid() }) } satisfies Job
