import type { Tx } from '../../core/db.ts'
import { countAttempt } from '../../core/rate-limit.ts'

/** Codes cannot be guessed; this stops a program from making us look all day. A jury behind one line gets through. */
const perAddress = { name: 'certificate-address', max: 100, seconds: 900 }

export type LookupOutcome = { kind: 'allowed' } | { kind: 'too-many' }

export async function countLookup(tx: Tx, now: Date, address: string): Promise<LookupOutcome> {
  return (await countAttempt(tx, now, perAddress, address)) ? { kind: 'allowed' } : { kind: 'too-many' }
}
