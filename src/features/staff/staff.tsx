import type { FastifyReply } from 'fastify'
import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { countRefusals, findImport, listImports, listRefusals } from '../businesses/import-store.ts'
import { openReleases } from '../diagnostics/store.ts'
import { indicatorsOf } from '../indicators/indicator.ts'
import { readCounts } from '../indicators/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { findRelay } from '../relays/store.ts'
import { askedSchema, reachOf } from '../segments/asked.ts'
import { BusinessesPage } from '../segments/list.view.tsx'
import { readList } from '../segments/read-list.ts'
import { findTagging, listTags } from '../segments/tag-store.ts'
import { idParams, relayQuery, storyQuery } from './input.ts'
import { readStory } from './read-story.ts'
import { ImportPage, ImportsPage } from './staff-imports.view.tsx'
import { contentDoor } from './staff-content.tsx'
import { membersDoor } from './staff-members.tsx'
import { StoryPage } from './staff-story.view.tsx'
import { IndicatorsPage } from './staff.view.tsx'
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
    const reach = reachOf(actor, relayQuery.parse(request.query))
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
    const asked = askedSchema.parse(request.query)
    const reach = reachOf(actor, asked)
    const list = {
      ...(await readList(db, reach, asked, businessesShown)),
      tags: await listTags(db, reach),
      tagging: asked.fait === null ? null : await findTagging(db, actor, asked.fait),
      relay: reach.relayId === null ? null : await findRelay(db, reach.relayId),
    }
    // What was done or counted once is not carried along by the links of the page.
    const kept = { ...asked, fait: null, compte: null }
    return reply.page(<BusinessesPage page={request.pageContext} asked={kept} {...list} />)
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
