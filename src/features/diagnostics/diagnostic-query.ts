import { z } from 'zod'
import { ownToken } from '../../core/form.ts'

/** `?diagnostic=TOKEN`: the diagnostic that led to a page; something else is as good as nothing. */
export const diagnosticQuery = z.object({ diagnostic: ownToken })
