/** Forms: parsed once, by one schema each; what was typed is kept, what is wrong is named. */
import { z } from 'zod'

/** What a person typed, field by field, as text. */
export type Typed = Readonly<Record<string, string>>
/** Field to the id of a message; the catalogue of the feature words it. */
export type FieldErrors = Readonly<Record<string, string>>

export type Parsed<T> =
  | { ok: true; value: T; typed: Typed }
  | { ok: false; typed: Typed; errors: FieldErrors }

/**
 * A page of ours to go on to, or '' for anything else: `//other.example` and `https:` lead to other sites, and
 * only visible ASCII travels in a Location header (RFC 9110 §10.2.2).
 */
export const ownPath = z
  .string()
  .regex(/^\/(?![/\\])[!-[\]-~]*$/)
  .max(2000)
  .catch('')

/** The shape of `newToken` (clock.ts): 128 random bits in base64url. */
export const tokenShape = z.string().regex(/^[\w-]{22}$/)

/** A token carried unseen by a form or a link; anything else counts as none. */
export const ownToken = tokenShape.nullable().catch(null).default(null)

/**
 * Checks the body of a form. Messages in schemas are ids (`email.invalid`), one error a field: the first.
 * A field sent twice counts once (its last value); an upload in place of a text counts as empty.
 */
export function parseForm<S extends z.ZodType>(schema: S, body: unknown): Parsed<z.infer<S>> {
  const typed = asTyped(body)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return { ok: false, typed, errors }
}

function asTyped(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, asText(value)]))
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return asText(value.at(-1))
  return typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : ''
}
