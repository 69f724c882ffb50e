/** JSON that PostgreSQL takes: halves of signs and the sign zero, which files do hold, are left out. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  )
}
