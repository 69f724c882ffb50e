import { z } from 'zod'
import { emailField } from '../accounts/email-field.ts'
import { spokenChannels } from './entry.ts'

const words = (max: number) => z.string().trim().max(max).catch('').default('')
const business = z.union([z.uuid(), z.literal('')], { error: 'business.unknown' }).default('')
const key = z.uuid('form.stale')

export const idParams = z.object({ id: z.uuid() })

export const beginQuery = z.object({ commerce: z.uuid().nullable().catch(null).default(null) })
export const beginForm = z.object({
  key,
  commerce: business,
  channel: z.enum(spokenChannels, 'channel.missing'),
})

/** Beside these, one field a question. `next`: a part of the page, or the result. */
export const runForm = z.object({
  channel: z.enum(spokenChannels, 'channel.missing'),
  seen: z.string().regex(/^\d{1,18}$/, 'form.stale'),
  next: words(40),
})

/** Which paper is about to be typed; `version` is the mark at the foot of its sheets. */
export const paperQuery = z.object({
  siret: words(30),
  version: z.string().trim().max(20).optional().catch(''),
})

/** Beside these, one field a question. `incomplete`: the paper really stops there. */
export const paperForm = z.object({ key, commerce: business, version: words(20), incomplete: words(3) })

export const linkForm = z.object({ key, email: emailField })

export const resultQuery = z.object({ envoye: words(3) })
