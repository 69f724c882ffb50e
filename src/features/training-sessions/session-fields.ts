import { z } from 'zod'
import { sessionZones } from './local-time.ts'

/** When a session takes place, as staff type it; the local time is looked at by the verb. */
export const whenFields = {
  date: z.string({ error: 'date.missing' }).min(1, 'date.missing').pipe(z.iso.date('date.invalid')),
  time: z
    .string({ error: 'time.missing' })
    .min(1, 'time.missing')
    .transform((time) =>
      time.replace(
        /^(\d{1,2})\s*[h:]\s*(\d{2})?$/i,
        (_, hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`,
      ),
    )
    .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time.invalid')),
  zone: z.enum(sessionZones, { error: 'zone.missing' }),
  /** Which of the two, when the clock shows this hour twice. */
  occurrence: z.enum(['first', 'second']).nullable().catch(null).default(null),
}

/** Where to click on the day; nothing while it is not known. */
export const roomField = z
  .string()
  .default('')
  .transform((address) => address || null)
  .pipe(
    z
      .url({ protocol: /^https$/, error: 'room.invalid' })
      .max(500, 'room.invalid')
      .nullable(),
  )
