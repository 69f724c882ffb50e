/** The one place that knows what time it is and throws dice; everything else is handed a `Date` or an id. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'

export type Clock = () => Date

/** The machine's clock. */
export const systemClock: Clock = () => new Date()

/** A secret for an address: 128 random bits in 22 characters of base64url (RFC 4648 §5). */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** A random UUID (RFC 9562, version 4). */
export function newId(): string {
  return randomUUID()
}

const readableSigns = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A secret to read out: ten signs that cannot be taken for one another (no i, l, o, 0, 1); 49 random bits. */
export function newShortCode(): string {
  return readable(10)
}

/** A secret to print: 26 of the same signs; 128 random bits. */
export function newPrintedCode(): string {
  return readable(26)
}

function readable(length: number): string {
  return Array.from({ length }, () => readableSigns[randomInt(readableSigns.length)]).join('')
}
