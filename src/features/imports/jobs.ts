import { z } from 'zod'
import type { Job } from '../../core/queue.ts'

export const importListJob = {
  name: 'imports.import-list',
  payload: z.object({ runId: z.uuid() }),
  retryLimit: 3,
} satisfies Job

export const undoImportJob = {
  name: 'imports.undo-import',
  payload: z.object({ runId: z.uuid() }),
  retryLimit: 3,
} satisfies Job
