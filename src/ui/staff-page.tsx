import type { ComponentChildren } from 'preact'
import { DocumentHead } from './document-head.tsx'
import type { PageContext } from './page-context.ts'
import { LanguageSwitch, NavLinks, PrintedFrom } from './page.tsx'
import { uiTexts } from './texts.ts'
import { siteUrls } from './urls.ts'

type StaffPageProps = {
  page: PageContext
  title: string
  /** The column beside the work: definitions, filters, what to do next. */
  context?: ComponentChildren
  /** The script that may keep the page up to date: the page works without. */
  island?: string
  children: ComponentChildren
}

/** The counter: calm, one column of work and one of context, tables first. */
export function StaffPage({ page, title, context, island, children }: StaffPageProps) {
  const words = uiTexts[page.language].page
  return (
    <html lang={page.language}>
      <DocumentHead page={page} title={title} sheet="counter" island={island} isPrivate />
      <body class="staff">
        <a class="skip" href="#contenu">
          {words.skip}
        </a>
        <StaffHead page={page} />
        <div class="counter">
          <main id="contenu" tabIndex={-1}>
            {children}
          </main>
          {context !== undefined && (
            <aside class="counter-context" aria-label={words.context}>
              {context}
            </aside>
          )}
        </div>
        <footer class="site-foot">
          <PrintedFrom page={page} />
        </footer>
      </body>
    </html>
  )
}

function StaffHead({ page }: { page: PageContext }) {
  const words = uiTexts[page.language].page
  const links = [
    [siteUrls.staffIndicators, words.indicators],
    ...(page.person?.seesBusinesses
      ? [
          [siteUrls.staffBusinesses, words.businesses],
          [siteUrls.staffCalls, words.calls],
        ]
      : []),
    [siteUrls.staffSessions, words.sessions],
    [siteUrls.staffFeedback, words.feedback],
    ...(page.person?.writesMailings ? [[siteUrls.staffMailings, words.mailings]] : []),
    [siteUrls.home, words.publicSite],
  ]
  return (
    <header class="counter-head">
      <a class="sign-name" href={siteUrls.staff}>
        {page.programme.name}
      </a>
      <nav class="sign-nav" aria-label={words.staffNav}>
        <NavLinks page={page} links={links} />
      </nav>
      <div class="counter-person">
        {page.person !== null && <span>{page.person.name ?? page.person.email}</span>}
        <form method="post" action={siteUrls.signOut}>
          <button type="submit">{words.signOut}</button>
        </form>
        <LanguageSwitch page={page} />
      </div>
    </header>
  )
}
