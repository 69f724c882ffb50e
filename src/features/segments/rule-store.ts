/** A rule as a question to the register; always with whose businesses may be seen. */
import { sql, type RawBuilder } from 'kysely'
import { plannedAlone } from '../../core/db.ts'
import { rangeOf } from '../businesses/sector.ts'
import { isWithin, type Reach } from '../businesses/reach-store.ts'
import { whereWords } from '../businesses/store.ts'
import { communesIn, departmentsIn } from '../relays/territory.ts'
import type { Place } from './place.ts'
import { sizes, type Rule } from './rule.ts'
import type { Step } from './step.ts'

const diagnosed = sql`select business_id from diagnostics where finished_at is not null and business_id is not null`
const planned = sql`select business_id from plans where business_id is not null
  and exists (select from plan_actions where plan_id = plans.id)`
const booked = sql`select business_id from bookings where cancelled_at is null and business_id is not null`
const done = sql`select business_id from action_proofs join diagnostics on diagnostics.id = diagnostic_id
  where business_id is not null`

/** Businesses that reached a step, from the last step to the first. */
const reached: readonly (readonly [Step, RawBuilder<unknown>])[] = [
  ['done', done],
  ['booked', booked],
  ['plan', planned],
  ['diagnosed', diagnosed],
]

/** The last step that a business of `businesses` has reached. */
export const lastStep = sql<Step>`case
  when exists (select from action_proofs join diagnostics on diagnostics.id = diagnostic_id
    where business_id = businesses.id) then 'done'
  when exists (select from bookings where business_id = businesses.id and cancelled_at is null) then 'booked'
  when exists (select from plans join plan_actions on plan_id = plans.id where business_id = businesses.id) then 'plan'
  when exists (select from diagnostics where business_id = businesses.id and finished_at is not null) then 'diagnosed'
  else 'register' end`

/**
 * True of `businesses` that the rule means, that may be shown, and that are within reach. There are thousands of such
 * questions, and which index answers one depends on its values: the plan of another would be a bad one.
 */
export function matches(reach: Reach, rule: Rule): RawBuilder<boolean> {
  const asked = [
    sql<boolean>`${sql.raw(plannedAlone)} businesses.diffusion = 'O'`,
    isWithin(reach),
    // Words of a letter or two would be looked for in millions of rows: they mean nobody.
    rule.words === '' ? null : (whereWords(rule.words) ?? sql<boolean>`false`),
    rule.place && isIn(rule.place),
    rule.sector === null ? null : isOfSector(rule.sector),
    rule.size && sql<boolean>`businesses.size_band = any(${[...sizes[rule.size]]}::text[])`,
    rule.step && hasReached(rule.step),
    rule.contact && isRefused(rule.contact === 'refused'),
    rule.tag === null ? null : hasTag(reach, rule.tag),
  ]
  return sql.join<boolean>(
    asked.filter((one) => one !== null),
    sql` and `,
  )
}

function isIn({ kind, code }: Place): RawBuilder<boolean> {
  if (kind === 'postal') return sql<boolean>`businesses.postal_code = ${code}`
  if (kind === 'department') return sql<boolean>`businesses.department_code = ${code}`
  if (kind === 'region') return sql<boolean>`businesses.department_code = any(${departmentsIn(code)}::text[])`
  return sql<boolean>`businesses.commune_code = any(${communesIn({ kind, code })}::text[])`
}

/** Byte by byte, as its index is sorted. */
function isOfSector(code: string): RawBuilder<boolean> {
  const { from, to } = rangeOf(code)
  const activity = sql`businesses.activity_code collate "C"`
  return sql<boolean>`${activity} >= ${from} and ${activity} < ${to}`
}

/** This step and none after it. */
function hasReached(step: Step): RawBuilder<boolean> {
  const place = reached.findIndex(([name]) => name === step)
  const later = place === -1 ? reached : reached.slice(0, place)
  const not = later.map(([, ids]) => sql<boolean>`businesses.id not in (${ids})`)
  const own = reached[place]
  const is = own ? [sql<boolean>`businesses.id in (${own[1]})`] : []
  return sql.join<boolean>([...is, ...not], sql` and `)
}

function isRefused(refused: boolean): RawBuilder<boolean> {
  const ids = sql`(select business_id from contact_refusals)`
  return refused ? sql<boolean>`businesses.id in ${ids}` : sql<boolean>`businesses.id not in ${ids}`
}

function hasTag({ relayId }: Reach, tag: string): RawBuilder<boolean> {
  const owner = relayId === null ? sql`relay_id is null` : sql`relay_id = ${relayId}`
  return sql<boolean>`businesses.id in (select business_id from business_tags where ${owner} and tag = ${tag})`
}
