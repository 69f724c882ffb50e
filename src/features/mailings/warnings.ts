/** What is worth a second look before a mailing leaves. What cannot be sent is refused by the form instead. */
import type { MailingText, MailingTexts } from './mailing.ts'

export const warningKinds = [
  'english-missing',
  'preheader-missing',
  'capitals',
  'exclamations',
  'subject-long',
  'broken-link',
  'no-link',
  'too-large',
] as const
export type WarningKind = (typeof warningKinds)[number]
export type Warning = { kind: WarningKind; detail: string }

/** Phones cut subjects about here. */
const longestSubject = 60
/** Gmail cuts a message at 102 kB, and with it the way out. */
const mostBytes = 100_000

/** @param html of the whole mail, as it would leave. */
export function warningsOf(texts: MailingTexts, html: string): Warning[] {
  const written = [texts.fr, ...(texts.en ? [texts.en] : [])]
  const size = Buffer.byteLength(html)
  return [
    ...(texts.en === null ? [{ kind: 'english-missing' as const, detail: '' }] : []),
    ...written.flatMap(warningsOfText),
    ...(size > mostBytes ? [{ kind: 'too-large' as const, detail: String(Math.round(size / 1000)) }] : []),
  ]
}

function warningsOfText({ subject, preheader, body }: MailingText): Warning[] {
  const found: Warning[] = []
  if (preheader === '') found.push({ kind: 'preheader-missing', detail: '' })
  if (isShouted(subject) || body.split(/\n\s*\n/).some(isShouted))
    found.push({ kind: 'capitals', detail: subject })
  if (/!.*!/.test(subject)) found.push({ kind: 'exclamations', detail: subject })
  if (subject.length > longestSubject) found.push({ kind: 'subject-long', detail: String(subject.length) })
  const links = linksIn(body)
  for (const link of links.filter((address) => !isWhole(address)))
    found.push({ kind: 'broken-link', detail: link.slice(0, 80) })
  if (links.length === 0 && !/\{\{\s*diagnostic\s*\}\}/.test(body))
    found.push({ kind: 'no-link', detail: '' })
  return found
}

/** More capitals than small letters, in more than a short word or two. */
function isShouted(words: string): boolean {
  const bare = words.replaceAll(/\{\{[^{}]*\}\}/g, '')
  const capitals = bare.match(/\p{Lu}/gu)?.length ?? 0
  const small = bare.match(/\p{Ll}/gu)?.length ?? 0
  return capitals > 12 && capitals > small
}

/** Everything that is meant as an address: with a scheme, with a broken one, or with www. */
function linksIn(body: string): string[] {
  return (body.match(/(?:\bhttps?(?::\/*|;|\/\/)|\bwww\.)\S*/gi) ?? []).map((link) =>
    link.replace(/[.,;:!?)»]+$/, ''),
  )
}

function isWhole(address: string): boolean {
  if (!/^https?:\/\/[^/\s]/i.test(address)) return false
  const { hostname } = URL.parse(address) ?? {}
  return hostname !== undefined && /^[^.]+(\.[^.]+)+$|^localhost$/.test(hostname)
}
