/** The demo town as its database knows it: to choose a shop, and for what no page can bring about. */
import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { nameOfJourney } from './journey.ts'

/** One statement on a connection of its own. */
export async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: process.env['BASE_DATABASE_URL'] })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

export type Shop = { id: string; name: string; siret: string; commune: string; words: string }

/** A shop with a sign that no other has and that nobody has diagnosed yet: the same for a journey at each run. */
export async function aQuietShop(): Promise<Shop> {
  const [shop] = await ask<Shop>(
    `
    select id, sign as name, siret, commune, sign as words from businesses b
    where diffusion = 'O' and sign is not null and length(sign) > 8
      and not exists (select from diagnostics where business_id = b.id)
      and (select count(*) from businesses other where other.sign = b.sign) = 1
    order by md5(siret || $1) limit 1`,
    [nameOfJourney()],
  )
  if (!shop) throw new Error('the demo town has no shop left')
  return shop
}

export type Dated = { id: string; slugOf: string }

/** A coming session with many seats: one of the same training for a journey at each run. */
export async function anOpenSession(): Promise<string> {
  const [session] = await ask<{ id: string }>(
    `
    select id from training_sessions
    where starts_at > now() + interval '2 days' and seats_taken < capacity - 5 and cancelled_at is null
    order by md5(training_id || $1), starts_at limit 1`,
    [nameOfJourney()],
  )
  if (!session) throw new Error('the demo town has no open session')
  return session.id
}

/**
 * A session like another one, at another moment or with other seats; of the last training of the catalogue, so that
 * nobody who books the first date of a plan's training gets into it.
 */
export async function aSessionLike(change: {
  startsIn: string
  seats: number
  taken?: number
}): Promise<string> {
  const [session] = await ask<{ id: string }>(
    `
    insert into training_sessions (training_id, starts_at, ends_at, zone, capacity, seats_taken, trainer, created_at)
    select training_id, now() + $1::interval, now() + $1::interval + interval '30 minutes', zone, $2, $3, trainer, now()
    from training_sessions order by training_id desc, starts_at limit 1
    returning id`,
    [change.startsIn, change.seats, change.taken ?? 0],
  )
  return session?.id ?? ''
}

/** A member of staff of one's own: a mailbox gets a handful of codes a quarter of an hour, and journeys share none. */
export async function aStaffMember(
  role: 'adviser' | 'operator' | 'trainer',
  mailbox: string,
  name = 'Solène Essai',
): Promise<string> {
  const email = `${role}-${mailbox}`
  await ask(`insert into people (email, name) values ($1, $2)`, [email, name])
  await ask(
    `insert into staff_members (person_id, role, invited_at) select id, $2, now() from people where email = $1`,
    [email, role],
  )
  return email
}

type Question = { id: string; answer: string; options: { id: string }[]; why: { fr: string; en: string } }

/** The quiz of a training, as the content in use has it. */
export async function theQuizOf(training: string): Promise<Question[]> {
  const [found] = await ask<{ quiz: Question[] }>(
    `
    select training -> 'quiz' as quiz
    from (select content from releases order by created_at desc limit 1) newest,
      jsonb_array_elements(content -> 'trainings') training
    where training ->> 'id' = $1`,
    [training],
  )
  if (!found?.quiz) throw new Error(`${training} has no quiz`)
  return found.quiz
}

/** The link of a seat that somebody had yesterday, in a session whose trainer noted that they were there. */
export async function aSeatYesterday(email: string, training: string): Promise<string> {
  const token = createHash('sha256').update(`${nameOfJourney()} ${email}`).digest('base64url').slice(0, 22)
  await ask(
    `
    with session as (
      insert into training_sessions (training_id, starts_at, ends_at, zone, capacity, seats_taken, trainer, created_at)
      values ($3, now() - interval '25 hours', now() - interval '24 hours 30 minutes', 'Europe/Paris', 10, 1, 'Solène Essai', now())
      returning id
    ), person as (
      insert into people (email, name) values ($2, '') returning id
    ), booking as (
      insert into bookings (token, training_session_id, person_id, language, booked_at)
      select $1, session.id, person.id, 'fr', now() - interval '3 days' from session, person
      returning id, person_id
    )
    insert into attendance_declarations (booking_id, state, declared_by, declared_at)
    select id, 'present', person_id, now() from booking`,
    [token, email, training],
  )
  return token
}

/** A shop far from the demo town whose owner gave this address with a diagnostic, the only one of its department. */
export async function aReachableShop(email: string, department: string): Promise<void> {
  await ask(
    `
    with shop as (
      insert into businesses (siret, name, sign, activity_code, postal_code, commune_code, commune, department_code,
        source, imported_at)
      values (right(('x' || md5($1))::bit(60)::bigint::text, 14), 'AU PAIN DORÉ', 'Au pain doré', '1071C', '97133',
        '97701', 'Saint-Barthélemy', $2, 'journey', now())
      returning id
    ), owner as (
      insert into people (email, language) values ($1, 'fr') returning id
    )
    insert into diagnostics (token, release_id, business_id, person_id, language, started_at)
    select gen_random_uuid()::text, (select id from releases order by created_at desc limit 1), shop.id, owner.id, 'fr',
      now() - interval '3 days'
    from shop, owner`,
    [email, department],
  )
}
