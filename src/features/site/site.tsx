import { parseForm } from '../../core/form.ts'
import { writePage, type Server } from '../../core/http.ts'
import { languageCookie } from '../../core/language.ts'
import { keepRecent } from '../../core/recent.ts'
import type { Services } from '../../core/services.ts'
import { brandStylesheet } from '../../ui/brand.ts'
import { signPicture } from '../../ui/sign-picture.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { siteUrls } from '../../ui/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { AccessibilityPage, LegalPage, PartnersPage, PrivacyPage, SourcePage } from './about.view.tsx'
import { HomePage } from './home.view.tsx'
import { languageForm } from './input.ts'
import { readStreet } from './read-street.ts'

const streetSeconds = 10
/** As many as the widest screen shows. */
const streetWindows = 10
const yearSeconds = 31_536_000

/** The home page, the pages about the site, the language switch and the programme's colours. */
export function site(server: Server, services: Services, programme: Programme): void {
  const { config } = services
  const home = homePages(services, programme)
  server.get(siteUrls.home, async (request, reply) => reply.page(await home(request.pageContext)))

  for (const [path, View] of Object.entries(aboutPages)) {
    server.get(path, (request, reply) =>
      reply.page(<View page={request.pageContext} programme={programme} />),
    )
  }

  server.post(siteUrls.language, (request, reply) => {
    const form = parseForm(languageForm, request.body)
    if (!form.ok) return reply.redirect(siteUrls.home, 303)
    const secure = config.publicUrl.startsWith('https:')
    const cookie = { path: '/', maxAge: yearSeconds, sameSite: 'lax', httpOnly: true, secure } as const
    return reply
      .setCookie(languageCookie, form.value.language, cookie)
      .redirect(form.value.return || siteUrls.home, 303)
  })

  fixedFiles(server, programme)
}

/** The most visited page: written once for all strangers of a language, and again a few seconds later. */
function homePages({ db, clock }: Services, programme: Programme): (page: PageContext) => Promise<Buffer> {
  const street = keepRecent(streetSeconds, clock, () => readStreet(db, clock(), streetWindows))
  const write = async (page: PageContext) =>
    writePage(<HomePage page={page} programme={programme} street={await street()} />)
  const written = keepRecent(streetSeconds, clock, write, ({ language }) => language)
  const isForAll = (page: PageContext) => page.person === null && page.path === siteUrls.home
  return (page) => (isForAll(page) ? written(page) : write(page))
}

const aboutPages = {
  [siteUrls.partners]: PartnersPage,
  [siteUrls.accessibility]: AccessibilityPage,
  [siteUrls.legal]: LegalPage,
  [siteUrls.privacy]: PrivacyPage,
  [siteUrls.sourceCode]: SourcePage,
}

/** What is the same until the programme changes. */
function fixedFiles(server: Server, programme: Programme): void {
  const colours = brandStylesheet(programme.brand)
  const immutable = `public, max-age=${yearSeconds}, immutable`
  const everybody = { config: { isSameForAll: true } }
  server.get('/marque.css', everybody, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', immutable).send(colours),
  )

  server.get('/enseigne.svg', everybody, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', immutable).send(signPicture(programme.brand)),
  )

  server.get('/robots.txt', everybody, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        'User-agent: *\nDisallow: /diagnostic/\nDisallow: /reservations/\nDisallow: /agenda/\nDisallow: /equipe\n',
      ),
  )
}
