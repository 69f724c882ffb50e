/** Mailings and the people they are for. */
import { sql } from 'kysely'
import { newId } from '../core/clock.ts'
import { transaction, type Db } from '../core/db.ts'
import { everywhere } from '../features/businesses/reach-store.ts'
import type { Draft } from '../features/mailings/store.ts'
import { changeState, findMailing, insertDraft } from '../features/mailings/store.ts'
import { aBusiness } from './a-business.ts'
import { aStaffActor } from './staff-actor.ts'

const written = new Date('2026-11-20T09:00:00Z')
const collected = new Date('2026-11-01T09:00:00Z')

/** Somebody of a business who gave an address with a diagnostic. */
export async function aContact(
  db: Db,
  more: { email?: string; language?: 'fr' | 'en'; business?: Parameters<typeof aBusiness>[1] } = {},
): Promise<{ personId: string; businessId: string; email: string }> {
  const { email = `${newId()}@example.org`, language = 'fr' } = more
  const { id: businessId } = await aBusiness(db, more.business)
  const { id: personId } = await db
    .insertInto('people')
    .values({ email, language })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ language }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: releaseId } = await db.selectFrom('releases').select('id').executeTakeFirstOrThrow()
  const run = { token: newId(), releaseId, businessId, personId, language, startedAt: collected }
  await db.insertInto('diagnostics').values(run).execute()
  return { personId, businessId, email }
}

/** So many people of one business, with addresses that tell their number. */
export async function aCrowd(db: Db, count: number): Promise<void> {
  const { id: businessId } = await aBusiness(db)
  const { id: releaseId } = await db.selectFrom('releases').select('id').executeTakeFirstOrThrow()
  await sql`
    with new as (
      insert into people (email, language)
      select 'person-' || number || '@example.org', 'fr' from generate_series(1, ${count}::int) number returning id
    )
    insert into diagnostics (token, release_id, business_id, person_id, language, started_at)
    select gen_random_uuid()::text, ${releaseId}, ${businessId}::uuid, id, 'fr', ${collected}::timestamptz
    from new`.execute(db)
}

export async function contacts(db: Db, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await aContact(db)
}

const draft: Draft = {
  topic: 'trainings',
  audience: { kind: 'everybody' },
  texts: {
    fr: {
      subject: 'Une formation pour {{commerce}}',
      preheader: 'Trente minutes, gratuites',
      body: 'Bonjour {{commerce}} à {{commune}},\n\nTrente minutes pour vous.\n\n{{diagnostic}}\n\nÀ bientôt, {{relais}}.',
    },
    en: {
      subject: 'A training for {{commerce}}',
      preheader: '',
      body: 'Hello {{commerce}}.\n\n{{diagnostic}}',
    },
  },
}

/** A draft of the programme's own, unless a relay is given. */
export async function aDraft(
  db: Db,
  more: Partial<Draft & { relayId: string | null }> = {},
): Promise<string> {
  const { personId: createdBy } = await aStaffActor(db, 'operator')
  const { relayId = null, ...changed } = more
  return transaction(db, (tx) => insertDraft(tx, written, { ...draft, ...changed, relayId, createdBy }))
}

/** One that may leave at once. */
export async function aSentMailing(
  db: Db,
  now: Date,
  more: Parameters<typeof aDraft>[1] = {},
): Promise<string> {
  const id = await aDraft(db, more)
  await transaction(db, (tx) => changeState(tx, id, { state: 'scheduled', startsAt: now }))
  return id
}

export async function theMailing(db: Db, id: string) {
  const mailing = await findMailing(db, everywhere, id)
  if (!mailing) throw new Error('there is no such mailing')
  return mailing
}
