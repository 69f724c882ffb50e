/** All SQL about mailings themselves. */
import { sql } from 'kysely'
import { ask, type Reader, type Tx } from '../../core/db.ts'
import type { Reach } from '../businesses/reach-store.ts'
import {
  recipientStates,
  type Audience,
  type Mailing,
  type MailingLine,
  type MailingNumbers,
  type MailingState,
  type MailingTexts,
  type PauseReason,
  type RecipientState,
  type Sender,
  type SkipReason,
  type Topic,
  type Trouble,
} from './mailing.ts'

export type Draft = { topic: Topic; audience: Audience; texts: MailingTexts }

const asJson = (draft: Draft) => ({
  topic: draft.topic,
  audience: JSON.stringify(draft.audience),
  texts: JSON.stringify(draft.texts),
})

export async function insertDraft(
  tx: Tx,
  now: Date,
  draft: Draft & { relayId: string | null; createdBy: string },
): Promise<string> {
  const { relayId, createdBy } = draft
  const row = await tx
    .insertInto('mailings')
    .values({ ...asJson(draft), relayId, createdBy, createdAt: now, changedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateDraft(tx: Tx, now: Date, id: string, draft: Draft): Promise<void> {
  await tx
    .updateTable('mailings')
    .set({ ...asJson(draft), changedAt: now })
    .where('id', '=', id)
    .execute()
}

const columns = sql`mailings.id, relay_id, topic, audience, texts, state, starts_at, pause_reason,
  mailings.created_by, changed_at, built_at, ended_at`
/** Whoever sees a relay's businesses only sees its mailings only. */
const seenBy = ({ relayId }: Reach) => sql`(${relayId}::uuid is null or mailings.relay_id = ${relayId}::uuid)`

export async function findMailing(db: Reader, reach: Reach, id: string): Promise<Mailing | null> {
  const rows = await ask<Mailing>(
    db,
    sql`select ${columns} from mailings where id = ${id} and ${seenBy(reach)}`,
  )
  return rows[0] ?? null
}

/** Held until the transaction ends: one act at a time on a mailing. */
export async function lockMailing(tx: Tx, reach: Reach, id: string): Promise<Mailing | null> {
  const rows = await ask<Mailing>(
    tx,
    sql`select ${columns} from mailings where id = ${id} and ${seenBy(reach)} for update`,
  )
  return rows[0] ?? null
}

/** Newest first, with their numbers. */
export async function listMailings(db: Reader, reach: Reach, limit: number): Promise<MailingLine[]> {
  const rows = await ask<Mailing & { relayName: string | null }>(
    db,
    sql`select ${columns}, relays.name as relay_name from mailings
      left join relays on relays.id = mailings.relay_id where ${seenBy(reach)}
      order by coalesce(starts_at, changed_at) desc, mailings.id limit ${limit}`,
  )
  const numbers = await countRecipients(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, numbers: numbers.get(row.id) ?? noNumbers }))
}

const noNumbers: MailingNumbers = {
  states: Object.fromEntries(recipientStates.map((state) => [state, 0])) as MailingNumbers['states'],
  left: [],
  bounced: 0,
  complained: 0,
}

type Group = {
  mailingId: string
  state: RecipientState
  reason: SkipReason | null
  count: number
  bounced: number
  complained: number
}

async function countRecipients(db: Reader, ids: string[]): Promise<Map<string, MailingNumbers>> {
  const groups = await ask<Group>(
    db,
    sql`select mailing_id, state, skipped_because as reason, count(*)::int as count,
        count(*) filter (where state = 'sent' and bounce in ('hard', 'soft', 'policy'))::int as bounced,
        count(*) filter (where bounce = 'complaint')::int as complained
      from recipients where mailing_id = any(${ids}::uuid[]) group by 1, 2, 3 order by count desc`,
  )
  return new Map(ids.map((id) => [id, summed(groups.filter(({ mailingId }) => mailingId === id))]))
}

function summed(groups: readonly Group[]): MailingNumbers {
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0)
  const inState = (state: RecipientState) => sum((group) => (group.state === state ? group.count : 0))
  return {
    states: Object.fromEntries(
      recipientStates.map((state) => [state, inState(state)]),
    ) as MailingNumbers['states'],
    left: groups.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
    bounced: sum(({ bounced }) => bounced),
    complained: sum(({ complained }) => complained),
  }
}

export async function findNumbers(db: Reader, id: string): Promise<MailingNumbers> {
  return (await countRecipients(db, [id])).get(id) ?? noNumbers
}

/** In whose name a mailing is sent. */
export async function findSender(db: Reader, relayId: string | null): Promise<Sender> {
  if (relayId === null) return null
  const relay = db.selectFrom('relays').select(['id', 'name', 'phone']).where('id', '=', relayId)
  return relay.executeTakeFirstOrThrow()
}

/** Recipients somebody should look at, those that may or may not have had their mail first. */
export function listTroubles(db: Reader, mailingId: string, limit: number): Promise<Trouble[]> {
  return db
    .selectFrom('recipients')
    .select((eb) => ['email', eb.ref('state').$castTo<Trouble['state']>().as('state'), 'reply'])
    .where('mailingId', '=', mailingId)
    .where('state', 'in', ['uncertain', 'failed'])
    .orderBy('state', 'desc')
    .orderBy('email')
    .limit(limit)
    .execute()
}

export type StateChange = {
  state: MailingState
  startsAt?: Date
  sentBy?: string
  builtAt?: Date
  pauseReason?: PauseReason | null
  resumedAt?: Date
  endedAt?: Date
}

export async function changeState(tx: Tx, id: string, change: StateChange): Promise<void> {
  await tx
    .updateTable('mailings')
    .set({ pauseReason: null, ...change })
    .where('id', '=', id)
    .execute()
}

/** One whose moment has come, held by nobody else; its rows are not built yet. */
export async function lockDueMailing(tx: Tx, now: Date): Promise<Mailing | null> {
  const rows = await ask<Mailing>(
    tx,
    sql`select ${columns} from mailings where state = 'scheduled' and starts_at <= ${now}
      order by starts_at limit 1 for update skip locked`,
  )
  return rows[0] ?? null
}

/** Those whose mails leave now, the oldest first. */
export function listAtWork(db: Reader): Promise<Mailing[]> {
  return ask(db, sql<Mailing>`select ${columns} from mailings where state = 'sending' order by starts_at, id`)
}

/** Still sending? Nobody pauses or stops it before this transaction ends. */
export async function holdSending(tx: Tx, id: string): Promise<boolean> {
  const rows = await ask(tx, sql`select id from mailings where id = ${id} and state = 'sending' for share`)
  return rows.length > 0
}
