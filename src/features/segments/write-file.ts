import { writeCsvLines } from '../../core/csv.ts'
import type { Reader } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { activityLabel } from '../businesses/activity.ts'
import type { Reach } from '../businesses/reach-store.ts'
import type { Cursor, ListOrder } from './asked.ts'
import type { Listed } from './listed.ts'
import { listContacts, listPage } from './list-store.ts'
import type { Rule } from './rule.ts'
import { sizeOf } from './rule.ts'
import { texts } from './texts.ts'

export type FileRequest = {
  reach: Reach
  rule: Rule
  order: ListOrder
  language: Language
  /** Adds how to write to people; only for who may see it. */
  withContacts: boolean
}

const rowsAtOnce = 1000

/**
 * The whole list as a table, in the order of the screen, a thousand rows at a time: however long it is, so much is in
 * memory. Each part is a question of its own, so that an hour-long download holds nothing in the database.
 */
export async function* writeFile(db: Reader, request: FileRequest): AsyncGenerator<string> {
  const { reach, rule, order, language, withContacts } = request
  const words = texts[language].file
  yield writeCsvLines([[...words.columns, ...(withContacts ? [words.contacts] : [])]], { isFirst: true })
  let after: Cursor | null = null
  for (;;) {
    const rows: Listed[] = await listPage(db, reach, rule, { order, after, limit: rowsAtOnce })
    const contacts = withContacts
      ? await listContacts(
          db,
          rows.map(({ id }) => id),
        )
      : null
    yield writeCsvLines(rows.map((row) => cellsOf(row, language, contacts)))
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = { siret: last.siret, key: last.key }
  }
}

function cellsOf(
  row: Listed,
  language: Language,
  contacts: ReadonlyMap<string, readonly string[]> | null,
): (string | null)[] {
  const { file: words, steps, sizes } = texts[language]
  const size = sizeOf(row.sizeBand)
  return [
    row.siret,
    row.name,
    row.sign,
    row.activityCode,
    row.activityCode && activityLabel(row.activityCode),
    size && sizes[size],
    row.street,
    row.postalCode,
    row.commune,
    steps[row.step],
    row.isRefused ? words.yes : words.no,
    row.tags.join(', '),
    ...(contacts ? [(contacts.get(row.id) ?? []).join(', ')] : []),
  ]
}
