import { APIError } from 'better-auth/api'
import type { Auth } from '../../core/auth.ts'
import { transaction, type Db } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { countSender } from '../../core/rate-limit.ts'
import { markJoined } from './store.ts'

/** `language`: kept when the person is new. */
export type SignInRequest = { email: string; code: string; address: string; language: Language }
export type SignInOutcome =
  | { kind: 'signed-in'; personId: string; cookies: string[] }
  | { kind: 'wrong-code' }
  | { kind: 'code-expired' }
  /** Too many tries with this code. */
  | { kind: 'code-spent' }
  /** Too many tries from this address, or for this mailbox. */
  | { kind: 'too-many' }

/** With five tries a code and new codes all day long, six digits of a mailbox would be found within a year. */
const limits = {
  perAddress: { name: 'sign-in-address', max: 60, seconds: 900 },
  perMailbox: { name: 'sign-in-mailbox', max: 60, seconds: 86_400 },
}

/** Checks the code and opens the sign-in; five wrong tries kill a code, whatever address they come from. */
export async function signIn(
  db: Db,
  now: Date,
  { auth, request }: { auth: Auth; request: SignInRequest },
): Promise<SignInOutcome> {
  const attempt = await transaction(db, (tx) => countSender(tx, now, limits, request))
  if (attempt.kind === 'too-many') return { kind: 'too-many' }
  const { email, code: otp, language } = request
  try {
    // Without the request's headers, so that nothing of the browser or its address is kept.
    const { headers, response } = await auth.api.signInEmailOTP({
      body: { email, otp, language },
      returnHeaders: true,
    })
    await transaction(db, (tx) => markJoined(tx, now, response.user.id))
    return { kind: 'signed-in', personId: response.user.id, cookies: headers.getSetCookie() }
  } catch (error) {
    return refusal(error)
  }
}

function refusal(error: unknown): SignInOutcome {
  const code = error instanceof APIError ? error.body?.code : null
  if (code === 'INVALID_OTP') return { kind: 'wrong-code' }
  if (code === 'OTP_EXPIRED') return { kind: 'code-expired' }
  if (code === 'TOO_MANY_ATTEMPTS') return { kind: 'code-spent' }
  throw error
}
