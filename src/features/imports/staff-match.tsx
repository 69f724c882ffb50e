import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { findBusiness } from '../businesses/store.ts'
import { idParams, matchesQuery, matchForm } from './input.ts'
import { mayImportLists } from './list-run.ts'
import type { Listing } from './listing.ts'
import { countWaiting, findListing, listCandidates, listWaiting } from './match-store.ts'
import { settleMatch, unsettleMatch, type MatchChoice } from './settle-match.ts'
import { MatchesPage, MatchPage } from './staff-match.view.tsx'
import { listUrls, matchUrl } from './urls.ts'

const listingsShown = 50

/** Rows without a SIRET, side by side with the businesses they may be about. */
export function matchDoors(server: Server, services: Services): void {
  server.get(listUrls.matches, (request, reply) => showWaiting({ request, reply }, services))
  server.get(listUrls.matchPattern, (request, reply) => showOne({ request, reply }, services))
  server.post(listUrls.matchPattern, (request, reply) => settle({ request, reply }, services))
  server.post(listUrls.unsettlePattern, (request, reply) => takeBack({ request, reply }, services))
}

async function showWaiting({ request, reply }: Exchange, { db }: Services) {
  if (!mayImportLists(staffOf(request))) return reply.callNotFound()
  const { apres } = matchesQuery.parse(request.query)
  const after = apres === null ? null : await findListing(db, apres)
  const found = await listWaiting(db, { after, limit: listingsShown + 1 })
  const shown = { listings: found.slice(0, listingsShown), hasMore: found.length > listingsShown }
  return reply.page(<MatchesPage page={request.pageContext} {...shown} total={await countWaiting(db)} />)
}

async function listingOf({ request }: Exchange, { db }: Services): Promise<Listing | null> {
  const { data } = idParams.safeParse(request.params)
  return mayImportLists(staffOf(request)) && data ? findListing(db, data.id) : null
}

type Refused = { typed?: Typed; errors?: FieldErrors }

async function showOne(exchange: Exchange, services: Services, { typed = {}, errors = {} }: Refused = {}) {
  const { request, reply } = exchange
  const { db } = services
  const listing = await listingOf(exchange, services)
  if (!listing) return reply.callNotFound()
  const candidates = listing.state === 'waiting' ? await listCandidates(db, listing) : []
  const business = listing.businessId === null ? null : await findBusiness(db, listing.businessId)
  const status = Object.keys(errors).length === 0 ? 200 : 422
  const view = { listing, candidates, business, typed, errors }
  return reply.code(status).page(<MatchPage page={request.pageContext} {...view} />)
}

function choiceOf({ choix, siret }: { choix: string; siret: string }): MatchChoice {
  if (choix === 'aucun') return { kind: 'none' }
  return choix === 'siret' ? { kind: 'siret', siret } : { kind: 'business', businessId: choix }
}

/** Then the next one that waits: a list has hundreds of them. */
async function settle(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const listing = await listingOf(exchange, services)
  if (!listing) return reply.callNotFound()
  const form = parseForm(matchForm, request.body)
  if (!form.ok) return showOne(exchange, services, form)
  const wanted = { listingId: listing.id, choice: choiceOf(form.value) }
  const outcome = await transaction(db, (tx) => settleMatch(tx, clock(), staffOf(request), wanted))
  const again = (errors: FieldErrors) => showOne(exchange, services, { typed: form.typed, errors })
  switch (outcome.kind) {
    case 'settled':
      return reply.redirect(matchUrl(listing.id), 303)
    case 'not-waiting':
      return again({ choix: 'match.not-waiting' })
    case 'no-such-business':
      return again({ choix: 'match.no-business' })
    case 'wrong-siret':
      return again({ siret: 'siret.wrong' })
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function takeBack(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const listing = await listingOf(exchange, services)
  if (!listing) return reply.callNotFound()
  const outcome = await transaction(services.db, (tx) => unsettleMatch(tx, staffOf(request), listing.id))
  switch (outcome.kind) {
    case 'waiting-again':
      return reply.redirect(matchUrl(listing.id), 303)
    case 'not-now':
      return showOne(exchange, services, { errors: { form: 'match.not-now' } })
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
