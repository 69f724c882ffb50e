import { z } from 'zod'
import { languages } from '../../core/language.ts'
import { ownToken } from '../../core/form.ts'
import { roomField, whenFields } from './session-fields.ts'

const wholeNumber = (max: number, error: string) =>
  z
    .string({ error })
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .pipe(z.int().min(1, error).max(max, error))

/** What staff type to schedule a session; the local time is looked at by the verb. */
export const scheduleForm = z.object({
  training: z.string({ error: 'training.missing' }).min(1, 'training.missing'),
  ...whenFields,
  capacity: wholeNumber(1000, 'capacity.invalid'),
  trainer: z.uuid('trainer.missing'),
  room: roomField,
  /** The page itself, carried unseen: its second click schedules nothing more. */
  page: ownToken,
})

/** Which session to say it was just scheduled. */
export const scheduledQuery = z.object({ session: z.uuid().nullable().catch(null).default(null) })

/** Of a feed's address; what is no language of ours is French. */
export const feedQuery = z.object({ langue: z.enum(languages).catch('fr').default('fr') })
