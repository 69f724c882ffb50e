/**
 * Sign-in (better-auth): a six-digit code by e-mail, no password. The library keeps its rows in our tables
 * through our pool; it is the one writer that is not handed a `Tx` (docs/decisions/0007).
 */
import { betterAuth } from 'better-auth'
import { emailOTP } from 'better-auth/plugins/email-otp'
import type { Db } from './db.ts'
import type { Log } from './log.ts'

export const codeMinutes = 10
export const codeAttempts = 5
const signInDays = 30

export type AuthOptions = { db: Db; log: Log; secret: string; publicUrl: string }

/** A code is stored hashed, dies after ten minutes or five wrong tries, and a new one replaces it. */
export function createAuth({ db, log, secret, publicUrl }: AuthOptions) {
  return betterAuth({
    appName: 'Pignon',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: {
      log: (level, message, ...details) =>
        log[level]({ err: details.find((detail) => detail instanceof Error) }, `sign-in: ${message}`),
    },
    database: { db, type: 'postgres', transaction: true },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'pignon',
      useSecureCookies: publicUrl.startsWith('https:'),
    },
    rateLimit: { enabled: false },
    user: { modelName: 'people', additionalFields: { language: { type: 'string', required: false } } },
    session: {
      modelName: 'signIns',
      fields: { userId: 'personId' },
      expiresIn: signInDays * 86_400,
      updateAge: 86_400,
    },
    account: { modelName: 'credentials', fields: { userId: 'personId' } },
    verification: { modelName: 'verifications' },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeAttempts,
        storeOTP: 'hashed',
        // Codes are only made here; the mail with them is ours to write.
        sendVerificationOTP: () => Promise.reject(new Error('codes are sent by accounts/send-code.ts')),
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
