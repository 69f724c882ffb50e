import { z } from 'zod'
import { emailField } from '../accounts/email-field.ts'
import { staffRoles } from '../accounts/person.ts'

/** Whose businesses an operator looks at; none: everybody's. */
export const relayQuery = z.object({ relais: z.uuid().nullable().catch(null).default(null) })

/** What was just noted on the page of a business. */
export const storyQuery = z.object({ appel: z.enum(['note', 'leve']).nullable().catch(null).default(null) })

export const idParams = z.object({ id: z.uuid() })

export const membersQuery = z.object({ invite: z.uuid().nullable().catch(null).default(null) })

export const inviteForm = z.object({
  name: z.string({ error: 'name.missing' }).trim().min(1, 'name.missing').max(120, 'name.long'),
  email: emailField,
  role: z.enum(staffRoles, { error: 'role.missing' }),
  /** Empty: the whole programme. */
  relay: z
    .string()
    .default('')
    .transform((id) => id || null)
    .pipe(z.uuid('relay.missing').nullable()),
})
