import type { Feed } from '../../ui/document-head.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { texts } from './texts.ts'
import { feedUrl, sessionUrls } from './urls.ts'

/** The sessions of the programme, for the head of the page. */
export function feedsOf({ language, programme }: PageContext): Feed[] {
  const title = texts[language].feed.title(programme.name)
  return [
    { href: feedUrl(sessionUrls.calendar, language), type: 'text/calendar', title },
    { href: feedUrl(sessionUrls.atom, language), type: 'application/atom+xml', title },
  ]
}

/** The same for people. */
export function FeedLinks({ page: { language } }: { page: PageContext }) {
  const words = texts[language].feed
  return (
    <section>
      <h2>{words.follow}</h2>
      <p>{words.followText}</p>
      <ul class="bare">
        <li>
          <a href={feedUrl(sessionUrls.calendar, language)}>{words.calendar}</a>
        </li>
        <li>
          <a href={feedUrl(sessionUrls.atom, language)}>{words.atom}</a>
        </li>
      </ul>
    </section>
  )
}
