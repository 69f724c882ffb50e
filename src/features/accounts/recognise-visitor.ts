/** Finds out who asks for a page, once a request and only when a cookie says that somebody signed in. */
import type { FastifyRequest } from 'fastify'
import type { Auth } from '../../core/auth.ts'
import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { siteUrls } from '../../ui/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { isStaff, mayMail, maySeeBusinesses, type Actor } from './person.ts'
import { findStanding } from './store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    pageContext: PageContext
  }
}

export type Recognition = { auth: Auth; services: Services; programme: Programme }

export function recogniseVisitors(server: Server, { auth, services, programme }: Recognition): void {
  server.decorateRequest('actor', null)
  server.decorateRequest('pageContext', {
    getter(this: FastifyRequest) {
      return pageContext(this, services, programme)
    },
  })
  server.addHook('preHandler', async (request, reply) => {
    if (!request.headers.cookie?.includes('pignon.session_token')) return
    if (request.routeOptions.config.isSameForAll) return
    const { headers, response } = await auth.api.getSession({
      headers: signInHeaders(request),
      returnHeaders: true,
    })
    // A sign-in in use is prolonged once a day: without its cookie, the browser would forget it all the same.
    for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
    request.actor = response && (await asActor(services, response))
  })
}

type Session = NonNullable<Awaited<ReturnType<Auth['api']['getSession']>>>

async function asActor({ db }: Services, session: Session): Promise<Actor> {
  const { id: personId, name, email } = session.user
  const standing = await findStanding(db, personId)
  return { personId, name, email, role: standing?.role ?? null, relayId: standing?.relayId ?? null }
}

/** All that the sign-in library needs to know of a request. */
function signInHeaders({ headers }: FastifyRequest): Headers {
  return new Headers({ cookie: headers.cookie ?? '' })
}

/** Ends the sign-in of this browser, if there is one. @returns the cookies that take its own away. */
export async function signOut(auth: Auth, request: FastifyRequest): Promise<string[]> {
  const { headers } = await auth.api.signOut({ headers: signInHeaders(request), returnHeaders: true })
  return headers.getSetCookie()
}

/**
 * Where the page of this request can be asked for again: a form that was refused has the address of its page, or
 * of the nearest one above. `/diagnostic/TOKEN/terminer` has none: `/diagnostic/TOKEN` has.
 */
function pagePath({ method, url, routeOptions, server }: FastifyRequest): string {
  if (method === 'GET' || method === 'HEAD') return url
  if (routeOptions.url === undefined) return siteUrls.home
  const isPage = (pattern: string) => server.hasRoute({ method: 'GET', url: pattern })
  if (isPage(routeOptions.url)) return url
  let [pattern, path = ''] = [routeOptions.url, ...url.split('?', 1)]
  while (pattern !== '' && !isPage(pattern)) [pattern, path] = [above(pattern), above(path)]
  return path || siteUrls.home
}

function above(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function pageContext(
  request: FastifyRequest,
  { config, assets }: Services,
  programme: Programme,
): PageContext {
  const { actor } = request
  return {
    language: request.language,
    path: pagePath(request),
    programme: { name: programme.name, organisation: programme.organisation },
    assets: {
      ...assets,
      brandCss: `/marque.css?v=${programme.hash.slice(0, 8)}`,
    },
    person: actor && {
      name: actor.name || null,
      email: actor.email,
      isStaff: isStaff(actor),
      seesBusinesses: maySeeBusinesses(actor),
      writesMailings: mayMail(actor),
    },
    requestId: request.id,
    publicUrl: config.publicUrl,
  }
}
