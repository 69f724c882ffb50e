/** What a text of a mailing may leave open, to be filled for each business. */

export const mergeFields = ['commerce', 'commune', 'relais', 'telephone', 'diagnostic'] as const
export type MergeField = (typeof mergeFields)[number]
/** What only we write: the address that leads out. */
const leaveField = 'desabonnement'
export const leavePlace = `{{${leaveField}}}`

export type Filling = Readonly<Record<MergeField, string>> & { desabonnement: string }

const places = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Names between double braces that nobody can fill. */
export function unknownFields(words: string): string[] {
  const known: readonly string[] = mergeFields
  const named = [...words.matchAll(places)].map(([, name = '']) => name)
  return [...new Set(named.filter((name) => !known.includes(name)))]
}

export function usesField(words: string, field: MergeField): boolean {
  return [...words.matchAll(places)].some(([, name]) => name === field)
}

/** Fills plain words; what a name holds is never filled again. */
export function fillIn(words: string, filling: Filling): string {
  return words.replaceAll(places, (_, name: string) => valueOf(filling, name))
}

/** The same in HTML, where a name may hold signs that mean something. */
export function fillInHtml(html: string, filling: Filling): string {
  return html.replaceAll(places, (_, name: string) => escaped(valueOf(filling, name)))
}

function valueOf(filling: Filling, name: string): string {
  return name in filling ? tame(filling[name as keyof Filling]) : ''
}

const mostLetters = 500

/** Names come from files: one line, no control character, and no novel. */
function tame(value: string): string {
  return value
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, mostLetters)
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
