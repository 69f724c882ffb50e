import type { ComponentChildren } from 'preact'
import { Awning } from './awning.tsx'
import { DocumentHead, type Feed } from './document-head.tsx'
import type { PageContext } from './page-context.ts'
import { uiTexts } from './texts.ts'
import { siteUrls } from './urls.ts'

export type PageProps = {
  page: PageContext
  /** Words of the tab, before the programme's name. */
  title: string
  description?: string | undefined
  /** `wide` lets a picture take the whole width; else a column to read. */
  bodyClass?: string | undefined
  /** A person's own page, or one that leads nowhere: search engines and shared links learn nothing of it. */
  isPrivate?: boolean
  /** The script that may take the page over: the page works without. */
  island?: string
  /** A style sheet beside the one of every page. */
  sheet?: 'street' | 'counter'
  feeds?: readonly Feed[]
  children: ComponentChildren
}

/** A whole public document: sign, awning, what the page has to say, foot. `writePage` writes it out. */
export function Page(props: PageProps) {
  const { page, title, description, bodyClass, isPrivate = false, island, sheet, feeds, children } = props
  const words = uiTexts[page.language].page
  return (
    <html lang={page.language}>
      <DocumentHead {...{ page, title, description, isPrivate, island, sheet, feeds }} />
      <body class={bodyClass}>
        <a class="skip" href="#contenu">
          {words.skip}
        </a>
        <header class="site-head">
          <div class="sign">
            <SignName page={page} />
            <SiteNav page={page} />
            <LanguageSwitch page={page} />
          </div>
          <Awning />
        </header>
        <main id="contenu" tabIndex={-1}>
          {children}
        </main>
        <SiteFoot page={page} />
      </body>
    </html>
  )
}

function SignName({ page }: { page: PageContext }) {
  return (
    <a class="sign-name" href={siteUrls.home} aria-current={isHere(page, siteUrls.home)}>
      {page.programme.name}
    </a>
  )
}

function SiteNav({ page }: { page: PageContext }) {
  const words = uiTexts[page.language].page
  const own = page.person === null ? [siteUrls.signIn, words.signIn] : [siteUrls.mySpace, words.mySpace]
  const links = [[siteUrls.diagnostic, words.diagnostic], [siteUrls.trainings, words.trainings], own]
  if (page.person?.isStaff) links.push([siteUrls.staff, words.counter])
  return (
    <nav class="sign-nav" aria-label={words.nav}>
      <NavLinks page={page} links={links} />
    </nav>
  )
}

/** Links of a menu; the one of the present page says so. */
export function NavLinks({ page, links }: { page: PageContext; links: readonly (readonly string[])[] }) {
  return (
    <ul>
      {links.map(([href = '', words]) => (
        <li key={href}>
          <a href={href} aria-current={isHere(page, href)}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}

function isHere(page: PageContext, href: string): 'page' | 'true' | undefined {
  const path = page.path.split('?')[0] ?? ''
  if (path === href) return 'page'
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined
}

/** Changes the language and comes back: a small form, since a choice is kept. */
export function LanguageSwitch({ page }: { page: PageContext }) {
  const other = page.language === 'fr' ? 'en' : 'fr'
  return (
    <form class="language" method="post" action={siteUrls.language}>
      <input type="hidden" name="return" value={page.path} />
      <button type="submit" name="language" value={other} lang={other}>
        {uiTexts[page.language].page.otherLanguage}
      </button>
    </form>
  )
}

function SiteFoot({ page }: { page: PageContext }) {
  const words = uiTexts[page.language].page
  const links = [
    [siteUrls.method, words.method],
    [siteUrls.partners, words.partners],
    [siteUrls.accessibility, words.accessibility],
    [siteUrls.legal, words.legal],
    [siteUrls.privacy, words.privacy],
    [siteUrls.sourceCode, words.sourceCode],
  ]
  return (
    <footer class="site-foot">
      <nav aria-label={words.foot}>
        <NavLinks page={page} links={links} />
      </nav>
      <p>
        {words.by(page.programme.organisation)} {words.promise}
      </p>
      <PrintedFrom page={page} />
    </footer>
  )
}

/** Only on paper: where the page comes from. */
export function PrintedFrom({ page }: { page: PageContext }) {
  return (
    <p class="printed-from">
      {uiTexts[page.language].page.printedFrom} {page.publicUrl}
      {page.path}
    </p>
  )
}
