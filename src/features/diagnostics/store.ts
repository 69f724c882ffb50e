import { sql, type RawBuilder } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import type { Programme } from '../programmes/programme.ts'
import { findRelease } from '../programmes/store.ts'
import { MOST_EVENTS, type AnswerChannel, type AnswerSource, type Diagnostic } from './diagnostic.ts'
import type { GivenAnswers, Run } from './diagnostic.ts'
import type { Result } from './result.ts'

/** The programme in use, and those that older runs began with. */
export type Releases = { current: Programme; read(reader: Reader, id: string): Promise<Programme> }

/** Reads each older release once: they never change. Made by a door, which keeps it. */
export function openReleases(current: Programme): Releases {
  const known = new Map([[current.hash, current]])
  return {
    current,
    async read(reader, id) {
      const programme = known.get(id) ?? (await findRelease(reader, id))
      if (!programme) throw new Error(`release ${id} is not in this database`)
      known.set(id, programme)
      return programme
    },
  }
}

type NewDiagnostic = Omit<Diagnostic, 'id' | 'finishedAt'>

export async function insertDiagnostic(tx: Tx, diagnostic: NewDiagnostic): Promise<string> {
  const row = await tx.insertInto('diagnostics').values(diagnostic).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type NewAnswer = {
  diagnosticId: string
  questionId: QuestionId
  optionId: OptionId
  source: AnswerSource
  channel: AnswerChannel
  answeredAt: Date
  /** The member of staff who typed it; left out: the owner did. */
  enteredBy?: string
}

export async function insertAnswers(tx: Tx, answers: readonly NewAnswer[]): Promise<void> {
  if (answers.length > 0) await tx.insertInto('answerEvents').values(answers).execute()
}

export type TokenAnswer = {
  token: string
  releaseId: string
  question: QuestionId
  option: OptionId
  channel: AnswerChannel
  /** Made with the answer by who sends it, so that sent twice it is kept once; null: it is sent once. */
  idempotencyKey: string | null
}

/**
 * The hot path, in one statement that is cheap to plan: finds the run by its token, and only under this
 * release, and appends the answer. False when there is no such run, or when it is full. Answers to one run
 * wait for each other, so that their ids grow in the order in which they can be read: a result is known by the
 * last id it saw.
 */
export async function appendAnswer(tx: Tx, now: Date, answer: TokenAnswer): Promise<boolean> {
  const { token, releaseId, question, option, channel, idempotencyKey } = answer
  const statement = sql`
    insert into answer_events (diagnostic_id, question_id, option_id, source, channel, answered_at, idempotency_key)
    select run.id, ${question}, ${option}, 'answered', ${channel}, ${now}::timestamptz, ${idempotencyKey}::uuid
    from diagnostics run
    where run.token = ${token} and run.release_id = ${releaseId}
      and (select count(*) from answer_events event where event.diagnostic_id = run.id) < ${MOST_EVENTS}
    for no key update of run`
  return (await statement.execute(tx)).numAffectedRows === 1n
}

/** `jsonb` keeps the last of equal keys: the last event of a question is its answer. */
export const givenAggregate: RawBuilder<GivenAnswers> = sql`coalesce(
  jsonb_object_agg(question_id, jsonb_build_object('option', option_id, 'source', source) order by event.id), '{}')`

const runColumns = sql`run.id, run.token, run.release_id, run.business_id, run.person_id, run.previous_id, run.language,
  run.started_at, run.finished_at`

/** The run with its answers, or null when nobody has this link. */
export async function findRun(reader: Reader, token: string): Promise<Run | null> {
  const [run] = await ask<Run>(
    reader,
    sql`
      select ${runColumns}, answers.*
      from diagnostics run cross join lateral (
        select ${givenAggregate} as given, coalesce(max(event.id), 0)::text as last_event_id
        from answer_events event where event.diagnostic_id = run.id) answers
      where run.token = ${token}`,
  )
  return run ?? null
}

/** What was answered in a run, by its id. */
export async function findGiven(reader: Reader, diagnosticId: string): Promise<GivenAnswers> {
  const [row] = await ask<{ given: GivenAnswers }>(
    reader,
    sql`select ${givenAggregate} as given from answer_events event where event.diagnostic_id = ${diagnosticId}`,
  )
  return row?.given ?? {}
}

/** The link of the run that takes this one up again and is not finished yet. */
export async function findOpenRunAfter(reader: Reader, previousId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('diagnostics')
    .select('token')
    .where('previousId', '=', previousId)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  return row?.token ?? null
}

/** The release of a run, without reading its answers. */
export async function findReleaseOfRun(reader: Reader, token: string): Promise<string | null> {
  const row = await reader
    .selectFrom('diagnostics')
    .select('releaseId')
    .where('token', '=', token)
    .executeTakeFirst()
  return row?.releaseId ?? null
}

/**
 * Holds the run, so that of two clicks on "see my result" the second waits for the first, and answers wait for
 * both. Read it afterwards, not before.
 */
export async function lockRun(tx: Tx, token: string): Promise<Run | null> {
  await tx.selectFrom('diagnostics').select('id').where('token', '=', token).forNoKeyUpdate().execute()
  return findRun(tx, token)
}

/** Which of these keys came with answers of the run before. */
export async function findKnownKeys(
  reader: Reader,
  diagnosticId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('answerEvents')
    .select('idempotencyKey')
    .where('diagnosticId', '=', diagnosticId)
    .where('idempotencyKey', 'in', keys)
    .execute()
  return new Set(rows.flatMap(({ idempotencyKey }) => idempotencyKey ?? []))
}

/** Keeps the first moment at which a result was asked for. */
export async function markFinished(tx: Tx, now: Date, diagnosticId: string): Promise<void> {
  await tx
    .updateTable('diagnostics')
    .set({ finishedAt: now })
    .where('id', '=', diagnosticId)
    .where('finishedAt', 'is', null)
    .execute()
}

/** Gives a run that nobody keeps to this person; false when somebody does, or when there is none. */
export async function attachPerson(tx: Tx, token: string, personId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('diagnostics')
    .set({ personId })
    .where('token', '=', token)
    .where('personId', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who keeps a run in their space (null: nobody); null when there is no such run. */
export async function findHolder(reader: Reader, token: string): Promise<{ personId: string | null } | null> {
  const row = await reader
    .selectFrom('diagnostics')
    .select('personId')
    .where('token', '=', token)
    .executeTakeFirst()
  return row ?? null
}

export type NewSnapshot = { diagnosticId: string; lastEventId: string; result: Result; madeAt: Date }

/** The id of the one snapshot of these answers: made now, or the one that is there. */
export async function keepSnapshot(
  tx: Tx,
  { diagnosticId, lastEventId, result, madeAt }: NewSnapshot,
): Promise<string> {
  const { release, engine } = result
  const made = await tx
    .insertInto('snapshots')
    .values({ diagnosticId, lastEventId, releaseId: release, engine, result: JSON.stringify(result), madeAt })
    .onConflict((conflict) => conflict.columns(['diagnosticId', 'lastEventId', 'engine']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const kept = await tx
    .selectFrom('snapshots')
    .select('id')
    .where('diagnosticId', '=', diagnosticId)
    .where('lastEventId', '=', lastEventId)
    .where('engine', '=', engine)
    .executeTakeFirstOrThrow()
  return kept.id
}

export type DiagnosticSummary = Pick<Diagnostic, 'id' | 'token' | 'businessId' | 'startedAt' | 'finishedAt'>

/** The runs of a business, newest first. */
export function listDiagnostics(
  reader: Reader,
  { businessId }: { businessId: string },
): Promise<DiagnosticSummary[]> {
  return reader
    .selectFrom('diagnostics')
    .select(['id', 'token', 'businessId', 'startedAt', 'finishedAt'])
    .where('businessId', '=', businessId)
    .orderBy('startedAt', 'desc')
    .execute()
}
