import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { isWithin } from '../businesses/reach-store.ts'
import type { AnswerChannel, AnswerSource, Run } from '../diagnostics/diagnostic.ts'
import { findRun } from '../diagnostics/store.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import type { EntryChannel } from './entry.ts'

export type NewEntry = { key: string; channel: EntryChannel; enteredBy: string; enteredAt: Date }

/**
 * Claims the key of a form; false when this form was sent before. Of the same form sent twice at once, the
 * second waits here until the first is through.
 */
export async function claimForm(tx: Tx, entry: NewEntry): Promise<boolean> {
  const claimed = await tx
    .insertInto('entries')
    .values(entry)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Joins a claimed form to the diagnostic it began. */
export async function linkForm(tx: Tx, key: string, diagnosticId: string): Promise<void> {
  await tx.updateTable('entries').set({ diagnosticId }).where('key', '=', key).execute()
}

/** The diagnostic a form began, or null. */
export async function findEnteredDiagnostic(reader: Reader, key: string): Promise<string | null> {
  const row = await reader
    .selectFrom('entries')
    .select('diagnosticId')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.diagnosticId ?? null
}

/**
 * The run with its answers by its id, which staff addresses carry: its token is the owner's key. Staff of a relay
 * find those of its businesses, and those they began themselves.
 */
export async function findRunById(
  reader: Reader,
  viewer: Pick<Actor, 'personId' | 'relayId'>,
  id: string,
): Promise<Run | null> {
  const found = reader
    .selectFrom('diagnostics')
    .select('token')
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb.val(viewer.relayId === null),
        eb.exists(
          eb
            .selectFrom('businesses')
            .select('businesses.id')
            .whereRef('businesses.id', '=', 'diagnostics.businessId')
            .where(isWithin(viewer)),
        ),
        eb.exists(
          eb
            .selectFrom('entries')
            .select('diagnosticId')
            .whereRef('diagnosticId', '=', 'diagnostics.id')
            .where('enteredBy', '=', viewer.personId),
        ),
      ]),
    )
  const row = await found.executeTakeFirst()
  return row ? findRun(reader, row.token) : null
}

/** Channel of the last answer that staff entered; null when they entered none. */
export async function findLastChannel(reader: Reader, diagnosticId: string): Promise<EntryChannel | null> {
  const row = await reader
    .selectFrom('entries')
    .select('channel')
    .where('diagnosticId', '=', diagnosticId)
    .orderBy('enteredAt', 'desc')
    .executeTakeFirst()
  return (row?.channel as EntryChannel | undefined) ?? null
}

export type AnswersSeen = { diagnosticId: string; lastEventId: string }

/** The answers as they stood at an event, so that a page filled in since can tell what it changed. */
export async function findAnswersAt(
  reader: Reader,
  { diagnosticId, lastEventId }: AnswersSeen,
): Promise<Readonly<Record<QuestionId, OptionId>>> {
  const [row] = await ask(
    reader,
    sql<{ answers: Record<QuestionId, OptionId> }>`
      select coalesce(jsonb_object_agg(question_id, option_id order by id), '{}') as answers
      from answer_events where diagnostic_id = ${diagnosticId} and id <= ${lastEventId}::bigint`,
  )
  return row?.answers ?? {}
}

export async function countAnswerEvents(reader: Reader, diagnosticId: string): Promise<number> {
  const [row] = await ask(
    reader,
    sql<{ count: number }>`
      select count(*)::int as count from answer_events where diagnostic_id = ${diagnosticId}`,
  )
  return row?.count ?? 0
}

export type ToldRow = {
  releaseId: string
  questionId: QuestionId
  optionId: OptionId
  source: AnswerSource
  channel: AnswerChannel
  enteredBy: string | null
  answeredAt: Date
}

/** The last answer of each question, with where it comes from and who typed it. */
export function listToldAnswers(reader: Reader, diagnosticId: string): Promise<ToldRow[]> {
  return ask(
    reader,
    sql<ToldRow>`
      select distinct on (event.question_id) run.release_id, event.question_id, event.option_id, event.source,
        event.channel, coalesce(nullif(person.name, ''), person.email) as entered_by, event.answered_at
      from answer_events event
      join diagnostics run on run.id = event.diagnostic_id
      left join people person on person.id = event.entered_by
      where event.diagnostic_id = ${diagnosticId}
      order by event.question_id, event.id desc`,
  )
}

/** The newest release of a programme whose hash begins so; null when this database never saw one. */
export async function findReleaseByMark(
  reader: Reader,
  { programme, mark }: { programme: string; mark: string },
): Promise<string | null> {
  const row = await reader
    .selectFrom('releases')
    .select('id')
    .where('programme', '=', programme)
    .where(sql`left(id, ${mark.length})`, '=', mark)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

export type NewShortAddress = { code: string; diagnosticId: string; madeBy: string; expiresAt: Date }

export async function insertShortAddress(tx: Tx, address: NewShortAddress): Promise<void> {
  await tx.insertInto('shortAddresses').values(address).execute()
}

export type ShortAddress = { code: string; expiresAt: Date }

/** The short address of a diagnostic that lasts longest, or null when none is left. */
export async function findShortAddress(
  reader: Reader,
  now: Date,
  diagnosticId: string,
): Promise<ShortAddress | null> {
  const row = await reader
    .selectFrom('shortAddresses')
    .select(['code', 'expiresAt'])
    .where('diagnosticId', '=', diagnosticId)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** The token behind a short code that has not ended. */
export async function findTokenByCode(reader: Reader, now: Date, code: string): Promise<string | null> {
  const row = await reader
    .selectFrom('shortAddresses')
    .innerJoin('diagnostics', 'diagnostics.id', 'shortAddresses.diagnosticId')
    .select('token')
    .where('code', '=', code)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row?.token ?? null
}
