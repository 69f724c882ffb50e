import type { Server } from '../../core/http.ts'
import { sendKeptFile } from '../../core/kept-file.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { findLastFeedChange, listPublishedSessions } from './feed-store.ts'
import { feedQuery } from './input.ts'
import type { SessionFeed } from './session-feed.ts'
import { writeSessionsAtom } from './sessions-atom.ts'
import { writeSessionsCalendar } from './sessions-calendar.ts'
import { sessionUrls } from './urls.ts'

const feeds = [
  { url: sessionUrls.calendar, type: 'text/calendar; charset=utf-8', write: writeSessionsCalendar },
  { url: sessionUrls.atom, type: 'application/atom+xml; charset=utf-8', write: writeSessionsAtom },
]

/** The programme's sessions for calendars and readers of news: the same for all, in the language of the address. */
export function feedDoors(server: Server, services: Services, programme: Programme): void {
  for (const { url, type, write } of feeds)
    server.get(url, { config: { isSameForAll: true } }, async (request, reply) => {
      const feed = await readFeed(services, programme, request.query)
      return sendKeptFile(request, reply, { type, content: write(feed), changedAt: feed.changedAt })
    })
}

async function readFeed(
  { db, clock, config }: Services,
  programme: Programme,
  query: unknown,
): Promise<SessionFeed> {
  const now = clock()
  const { langue: language } = feedQuery.parse(query)
  const [sessions, changedAt] = await Promise.all([
    listPublishedSessions(db, now),
    findLastFeedChange(db, now),
  ])
  return { programme, language, publicUrl: config.publicUrl, sessions, changedAt }
}
