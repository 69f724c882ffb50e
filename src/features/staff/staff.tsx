import type { FastifyReply } from 'fastify'
import type { Reader } from '../../core/db.ts'
import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import type { Actor } from '../accounts/person.ts'
import { countRefusals, findImport, listImports, listRefusals } from '../businesses/import-store.ts'
import type { BusinessSummary } from '../businesses/business.ts'
import type { Reach } from '../businesses/reach-store.ts'
import {
  countBusinesses,
  listBusinesses,
  listBusinessesOfTown,
  searchBusinesses,
} from '../businesses/store.ts'
import { openReleases } from '../diagnostics/store.ts'
import { indicatorsOf } from '../indicators/indicator.ts'
import { readCounts } from '../indicators/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { findRelay } from '../relays/store.ts'
import { businessesQuery, idParams, relayQuery, storyQuery } from './input.ts'
import { readStory } from './read-story.ts'
import { BusinessesPage } from './staff-businesses.view.tsx'
import { ImportPage, ImportsPage } from './staff-imports.view.tsx'
import { contentDoor } from './staff-content.tsx'
import { membersDoor } from './staff-members.tsx'
import { StoryPage } from './staff-story.view.tsx'
import { IndicatorsPage } from './staff.view.tsx'
import { listSteps } from './store.ts'
import { staffUrls } from './urls.ts'
import { opened } from './staff-visit.tsx'

const businessesShown = 50
const importsShown = 100
const refusalsShown = 200

/** The counter: figures, businesses, imports, members. Mount it behind the guard. */
export function staff(server: Server, services: Services, programme: Programme): void {
  indicatorDoors(server, services)
  businessDoors(server, services, programme)
  importDoors(server, services)
  membersDoor(server, services, programme)
  contentDoor(server, services, programme)
}

function indicatorDoors(server: Server, { db, clock }: Services): void {
  const show = opened('indicators', async ({ request, reply, actor }) => {
    const { relais } = relayQuery.parse(request.query)
    const reach = reachOf(actor, relais)
    const relay = reach.relayId === null ? null : await findRelay(db, reach.relayId)
    const indicators = indicatorsOf(await readCounts(db, reach), clock())
    // Both addresses are this page; the menu knows it by one.
    const page = { ...request.pageContext, path: staffUrls.indicators }
    return reply.page(<IndicatorsPage page={page} {...{ actor, indicators, relay }} />)
  })
  server.get(staffUrls.home, show)
  server.get(staffUrls.indicators, show)
}

function businessDoors(server: Server, { db, clock }: Services, programme: Programme): void {
  const releases = openReleases(programme)

  const showList = opened('businesses', async ({ request, reply, actor }) => {
    const { q: words, ville: town, apres: after } = businessesQuery.parse(request.query)
    const { relais } = relayQuery.parse(request.query)
    const reach = reachOf(actor, relais)
    const found = await lookFor(db, { words, town, after, reach, limit: businessesShown + 1 })
    const businesses = found.slice(0, businessesShown)
    const steps = await listSteps(
      db,
      businesses.map(({ id }) => id),
    )
    const view = {
      businesses,
      steps,
      total: await countBusinesses(db, reach),
      hasMore: found.length > businessesShown,
      relay: reach.relayId === null ? null : await findRelay(db, reach.relayId),
    }
    const page = request.pageContext
    return reply.page(
      <BusinessesPage page={page} search={{ words, town }} isFirstPage={after === null} {...view} />,
    )
  })
  server.get(staffUrls.businesses, showList)

  const showStory = opened('businesses', async ({ request, reply, actor }) => {
    const { data } = idParams.safeParse(request.params)
    const story = data && (await readStory(db, { viewer: actor, businessId: data.id, releases }))
    if (!story) return notFound(reply)
    const { appel: noted } = storyQuery.parse(request.query)
    const view = { programme, story, now: clock(), noted }
    return reply.page(<StoryPage page={request.pageContext} {...view} />)
  })
  server.get(staffUrls.businessPattern, showStory)
}

/** Staff of a relay see its own; the others may look at one relay. */
function reachOf({ relayId }: Actor, asked: string | null): Reach {
  return { relayId: relayId ?? asked }
}

type Wanted = { words: string; town: string; after: string | null; reach: Reach; limit: number }

/** What was typed decides: words are searched, a town alone is listed, nothing at all lists the register. */
function lookFor(db: Reader, { words, town, after, reach, limit }: Wanted): Promise<BusinessSummary[]> {
  if (words !== '') return searchBusinesses(db, { words, town, reach, limit })
  return town !== ''
    ? listBusinessesOfTown(db, { town, reach, limit })
    : listBusinesses(db, { after, reach, limit })
}

function importDoors(server: Server, { db }: Services): void {
  const showList = opened('imports', async ({ request, reply }) => {
    return reply.page(
      <ImportsPage page={request.pageContext} imports={await listImports(db, importsShown)} />,
    )
  })
  server.get(staffUrls.imports, showList)

  const showOne = opened('imports', async ({ request, reply }) => {
    const { data } = idParams.safeParse(request.params)
    const one = data && (await findImport(db, data.id))
    if (!one) return notFound(reply)
    const refusals = await listRefusals(db, one.id, refusalsShown)
    const reasons = await countRefusals(db, one.id)
    return reply.page(
      <ImportPage page={request.pageContext} one={one} refusals={refusals} reasons={reasons} />,
    )
  })
  server.get(staffUrls.importPattern, showOne)
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}
