import { z } from 'zod'

/** An e-mail address as people type it on a phone: spaces around it and capitals do not matter. */
export const emailField = z
  .string({ error: 'email.missing' })
  .trim()
  .toLowerCase()
  .min(1, 'email.missing')
  .max(254, 'email.invalid')
  .pipe(z.email('email.invalid'))
