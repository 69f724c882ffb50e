/** What the outbox of a running site holds. */
import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'

/** Waits for something to become true, a minute at most. */
export async function eventually(isSo: () => Promise<boolean>, milliseconds = 60_000): Promise<boolean> {
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    if (await isSo().catch(() => false)) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

/** The newest sign-in code sent to a mailbox. @throws when there is none */
export async function codeSentTo(db: Reader, email: string): Promise<string> {
  const newest = sql<{ subject: string }>`
    select subject from mails where recipient = ${email} order by created_at desc limit 1`
  const code = /^\d{6}/.exec((await ask(db, newest))[0]?.subject ?? '')?.[0]
  if (!code) throw new Error(`no code was sent to ${email}`)
  return code
}
