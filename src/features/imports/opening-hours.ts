/** Opening hours in French words, in the syntax of OpenStreetMap; what is not understood to the last word is left alone. */

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
type Day = number
type Token =
  | { kind: 'day'; day: Day }
  | { kind: 'time'; time: string }
  | { kind: 'to' | 'and' | 'closed' | 'end' }

const rule =
  /^(?:(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?,?)+ )?(?:off|\d{2}:\d{2}-\d{2}:\d{2}(?:,\d{2}:\d{2}-\d{2}:\d{2})*)$/

/** `Du lundi au vendredi de 9h à 12h30` is `Mo-Fr 09:00-12:30`; null when a word of it is not understood. */
export function parseOpeningHours(written: string): string | null {
  const rules = written.split(';').map((part) => part.trim().replaceAll(/\s*,\s*/g, ','))
  if (rules.filter((part) => part !== '').every((part) => rule.test(part))) {
    return rules.filter((part) => part !== '').join('; ') || null
  }
  const tokens = tokensOf(written)
  return tokens && rulesOf(tokens)
}

const dayWords =
  /^(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)s?\.?$/
const dayStarts = ['lu', 'mar', 'me', 'j', 'v', 's', 'd']
const fillers = new Set(
  'de du des le les ouvert ouverte ouverture horaires horaire matin aussi non stop nonstop continu'.split(
    ' ',
  ),
)

/** Words, times and what joins them; null as soon as a word is none of them. */
function tokensOf(written: string): Token[] | null {
  const plain = written
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[–—−]/g, '-')
    .replaceAll(/tous les jours|7\s*j(?:ours)?\s*(?:\/|sur)\s*7(?:\s*j(?:ours)?)?/g, ' lundi au dimanche ')
    .replaceAll(/apres[ -]?midi/g, ' matin ')
  // Half of a day is closed: that takes a person to understand.
  if (/ferme/.test(plain) && /matin/.test(plain)) return null
  const pieces = plain.match(/\d{1,2}\s*(?:h|:)\s*(?:\d{2})?(?!\d)|[a-z]+\.?|[-,;/.&()\n]|\d+|\S/g) ?? []
  const tokens: Token[] = []
  for (const piece of pieces) {
    const token = tokenOf(piece)
    if (token === null) return null
    if (token !== 'nothing') tokens.push(token)
  }
  return [...tokens, { kind: 'end' }]
}

function tokenOf(piece: string): Token | 'nothing' | null {
  const [, hour, minute = '00'] = /^(\d{1,2})\s*[h:]\s*(\d{2})?$/.exec(piece) ?? []
  if (hour !== undefined) return timeOf(Number(hour), Number(minute))
  if (dayWords.test(piece))
    return { kind: 'day', day: dayStarts.findIndex((start) => piece.startsWith(start)) }
  if (/^(a|au|-|jusqu)$/.test(piece)) return { kind: 'to' }
  if (/^(et|,|\/|&|puis)$/.test(piece)) return { kind: 'and' }
  if (/^fermee?s?$/.test(piece)) return { kind: 'closed' }
  return fillers.has(piece) || /^[:;.\n]$/.test(piece) ? 'nothing' : null
}

function timeOf(hour: number, minute: number): Token | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  return { kind: 'time', time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` }
}

/** Days, then their times; days and times that nothing joins begin a rule. */
function rulesOf(tokens: readonly Token[]): string | null {
  const rules: string[] = []
  const told = new Set<Day>()
  for (let at = 0; tokens[at] && tokens[at]?.kind !== 'end';) {
    const isClosed = tokens[at]?.kind === 'closed'
    const group = daysFrom(tokens, isClosed ? at + 1 : at)
    if (!group) return null
    const isOff = isClosed || tokens[group.next]?.kind === 'closed'
    // A second rule for a day would replace the first one.
    if (!isOff && group.days.some((day) => told.has(day))) return null
    for (const day of group.days) told.add(day)
    const hours = isOff
      ? { text: 'off', next: isClosed ? group.next : group.next + 1 }
      : hoursFrom(tokens, group.next)
    if (!hours) return null
    rules.push(`${group.text} ${hours.text}`)
    at = hours.next
    while (tokens[at]?.kind === 'and') at += 1
  }
  return rules.length === 0 ? null : rules.join('; ')
}

type Read = { text: string; next: number }
type Days = Read & { days: readonly Day[] }

/** `lundi au jeudi et samedi` → `Mo-Th,Sa`. */
function daysFrom(tokens: readonly Token[], start: number): Days | null {
  const parts: string[] = []
  const found: Day[] = []
  let at = start
  for (;;) {
    const first = tokens[at]
    if (first?.kind !== 'day') break
    const last = tokens[at + 1]?.kind === 'to' ? tokens[at + 2] : undefined
    if (last?.kind === 'day') {
      if (last.day <= first.day) return null
      parts.push(`${days[first.day]}-${days[last.day]}`)
      for (let day = first.day; day <= last.day; day += 1) found.push(day)
      at += 3
    } else {
      parts.push(days[first.day] ?? '')
      found.push(first.day)
      at += 1
    }
    if (tokens[at]?.kind === 'and' && tokens[at + 1]?.kind === 'day') at += 1
  }
  // A comma between days and hours joins nothing.
  if (tokens[at]?.kind === 'and' && tokens[at + 1]?.kind === 'time') at += 1
  return parts.length === 0 ? null : { text: parts.join(','), next: at, days: found }
}

/** `9h à 12h et 14h à 17h` → `09:00-12:00,14:00-17:00`. */
function hoursFrom(tokens: readonly Token[], start: number): Read | null {
  const parts: string[] = []
  let at = start
  for (;;) {
    const [from, to, until] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (from?.kind !== 'time' || to?.kind !== 'to' || until?.kind !== 'time') break
    if (from.time === until.time) return null
    parts.push(`${from.time}-${until.time}`)
    at += 3
    if (tokens[at]?.kind === 'and' && tokens[at + 1]?.kind === 'time') at += 1
  }
  // A time that is left over was not understood.
  return parts.length === 0 || tokens[at]?.kind === 'time' ? null : { text: parts.join(','), next: at }
}
