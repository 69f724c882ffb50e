import { z } from 'zod'
import { ownToken, tokenShape } from '../../core/form.ts'
import { emailField } from '../accounts/email-field.ts'
import { roomField, whenFields } from '../training-sessions/session-fields.ts'

const companion = z.string().max(60, 'companion.long').default('')

/** First names of those who come along; an empty field is nobody. */
const companionFields = { companion1: companion, companion2: companion }

/** Who comes along, as typed in two fields. */
export function companionsOf({
  companion1,
  companion2,
}: {
  companion1: string
  companion2: string
}): string[] {
  return [companion1, companion2].filter((name) => name !== '')
}

export const companionsForm = z.object(companionFields)

/** `diagnostic` led here and `page` is the form itself: both are carried unseen. */
export const bookForm = z.object({
  email: emailField,
  siret: z.string().max(40, 'siret.shape').default(''),
  ...companionFields,
  diagnostic: ownToken,
  page: ownToken,
  /** The start of the session as the form was read: it may have moved since. */
  start: z.iso
    .datetime()
    .transform((start) => new Date(start))
    .nullable()
    .catch(null)
    .default(null),
})

/** An adviser books for an owner on the telephone. `wait`: in the line, when there is no seat. */
export const enrolForm = z.object({
  email: emailField,
  siret: z.string().max(40, 'siret.shape').default(''),
  ...companionFields,
  business: z.uuid().nullable().catch(null).default(null),
  wait: z
    .literal('oui')
    .nullable()
    .catch(null)
    .default(null)
    .transform((wait) => wait !== null),
  page: ownToken,
})

/** The business of the owner on the telephone. */
export const businessQuery = z.object({ commerce: z.uuid().nullable().catch(null).default(null) })

/** What became of the owner who was just enrolled, to be said on the roster. */
export const enrolledQuery = z.object({
  inscrit: z.enum(['place', 'attente', 'deja']).nullable().catch(null).default(null),
})

/** The session as the page was made; anything else counts as an old page. */
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1)

/** What staff type to move a session, and how far they are: still writing, looking it over, or sure. */
export const moveForm = z.object({
  ...whenFields,
  room: roomField,
  /** Empty: who runs it stays. */
  trainer: z
    .string()
    .default('')
    .transform((id) => id || null)
    .pipe(z.uuid('trainer.missing').nullable()),
  version,
  page: ownToken,
  step: z.enum(['edit', 'check', 'confirm']).catch('check'),
})

export const callOffForm = z.object({
  message: z
    .string()
    .max(600, 'message.long')
    .default('')
    .transform((words) => words || null),
  version,
  page: ownToken,
})

/** Which change of the session to say it was just made. */
export const changedQuery = z.object({
  change: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .nullable()
    .catch(null)
    .default(null),
})

export const sessionParams = z.object({ id: z.uuid() })

/** The number is typed by staff; whether it can be is for the verb to say. */
export const capacityForm = z.object({
  capacity: z
    .string({ error: 'capacity.invalid' })
    .regex(/^\d{1,4}$/, 'capacity.invalid')
    .transform(Number)
    .pipe(z.int().min(1, 'capacity.invalid').max(1000, 'capacity.invalid')),
})

/** The number of seats was just changed: said at the top of the page. */
export const newSeatsQuery = z.object({ places: z.literal('changees').nullable().catch(null).default(null) })

export const bookingParams = z.object({ token: tokenShape })
