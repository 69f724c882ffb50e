import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { countBusinesses } from '../businesses/store.ts'
import { giveBusinesses, type GiveOutcome } from './give-businesses.ts'
import { givenForm, relayForm, relayParams, relayQuery } from './input.ts'
import { keepRelay, type RelayOutcome } from './keep-relay.ts'
import { lineOf, mayRunRelays, maySeeRelay, type Relay } from './relay.ts'
import { RelayPage, RelaysPage, type Refused } from './staff.view.tsx'
import { findRelay, listRelays } from './store.ts'
import { nameTerritory } from './territory.ts'
import { texts } from './texts.ts'
import { relayUrls } from './urls.ts'

/** The relays with their territories and businesses. Mount it behind the guard. */
export function staff(server: Server, services: Services): void {
  server.get(relayUrls.list, (request, reply) => showList({ request, reply }, services, null))
  server.post(relayUrls.list, (request, reply) => open({ request, reply }, services))
  server.get(relayUrls.relayPattern, (request, reply) => showOne({ request, reply }, services, {}))
  server.post(relayUrls.relayPattern, (request, reply) => change({ request, reply }, services))
  server.post(relayUrls.givenPattern, (request, reply) => give({ request, reply }, services))
}

async function showList({ request, reply }: Exchange, { db }: Services, refused: Refused | null) {
  if (!mayRunRelays(staffOf(request))) return reply.callNotFound()
  const relays = await listRelays(db)
  return reply.page(<RelaysPage page={request.pageContext} relays={relays} refused={refused} />)
}

async function open(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const form = parseForm(relayForm, request.body)
  const again = (status: number, errors: FieldErrors) => {
    reply.code(status)
    return showList(exchange, services, { typed: form.typed, errors })
  }
  if (!form.ok) return again(422, form.errors)
  const outcome = await transaction(db, (tx) =>
    keepRelay(tx, clock(), staffOf(request), { ...form.value, id: null }),
  )
  if (outcome.kind === 'kept') return reply.redirect(`${relayUrls.relay(outcome.relayId)}?fait=ouvert`, 303)
  return refuse(exchange, outcome, again)
}

type Again = (status: number, errors: FieldErrors) => unknown

function refuse(
  { request, reply }: Exchange,
  outcome: Exclude<RelayOutcome, { kind: 'kept' }>,
  again: Again,
) {
  const words = texts[request.language]
  switch (outcome.kind) {
    case 'name-taken':
      return again(409, { name: 'name.taken' })
    case 'unknown-territory':
      return again(422, { territory: words.unknownTerritory(outcome.line) })
    case 'ambiguous-territory': {
      const candidates = outcome.candidates
        .map(({ code, inside }) => words.candidate(code, inside))
        .join(', ')
      return again(422, { territory: words.ambiguousTerritory(outcome.line, candidates) })
    }
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

/** What came back of one of the two forms of the page. */
type Came = { changing?: Refused; giving?: Refused }

async function showOne({ request, reply }: Exchange, { db }: Services, { changing, giving }: Came) {
  const actor = staffOf(request)
  const params = relayParams.safeParse(request.params)
  const relay = params.success && maySeeRelay(actor, params.data.id) && (await findRelay(db, params.data.id))
  if (!relay) return reply.callNotFound()
  const businesses = await countBusinesses(db, { relayId: relay.id })
  const done = relayQuery.parse(request.query)
  const form = mayRunRelays(actor)
    ? { changing: changing ?? { typed: asTyped(relay), errors: {} }, giving: giving ?? null }
    : null
  const territories = relay.territories.map(nameTerritory)
  const page = { ...request.pageContext, path: relayUrls.relay(relay.id) }
  return reply.page(<RelayPage page={page} {...{ relay, territories, businesses, done, form }} />)
}

/** The facts as the form writes them. */
function asTyped({ name, phone, territories }: Relay): Typed {
  const territory = territories.map((one) => lineOf(nameTerritory(one))).join('\n')
  return { name, phone: phone ?? '', territory }
}

async function change(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const params = relayParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const form = parseForm(relayForm, request.body)
  const again = (status: number, errors: FieldErrors) => {
    reply.code(status)
    return showOne(exchange, services, { changing: { typed: form.typed, errors } })
  }
  if (!form.ok) return again(422, form.errors)
  const wanted = { ...form.value, id: params.data.id }
  const outcome = await transaction(db, (tx) => keepRelay(tx, clock(), staffOf(request), wanted))
  if (outcome.kind === 'kept') return reply.redirect(`${relayUrls.relay(outcome.relayId)}?fait=change`, 303)
  return refuse(exchange, outcome, again)
}

async function give(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const params = relayParams.safeParse(request.params)
  if (!params.success) return reply.callNotFound()
  const form = parseForm(givenForm, request.body)
  const again = (status: number, errors: FieldErrors) => {
    reply.code(status)
    return showOne(exchange, services, { giving: { typed: form.typed, errors } })
  }
  if (!form.ok) return again(422, form.errors)
  const wanted = { ...form.value, relayId: params.data.id }
  const outcome: GiveOutcome = await transaction(db, (tx) =>
    giveBusinesses(tx, clock(), staffOf(request), wanted),
  )
  switch (outcome.kind) {
    case 'given': {
      const query = `rattaches=${outcome.added}&connus=${outcome.known}`
      return reply.redirect(`${relayUrls.relay(wanted.relayId)}?${query}`, 303)
    }
    case 'misspelt':
      return again(422, { sirets: texts[request.language].misspelt(outcome.lines.slice(0, 5).join(', ')) })
    case 'not-found':
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
