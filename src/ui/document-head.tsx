import { grounds } from './brand.ts'
import type { PageContext } from './page-context.ts'

/** The same as the page, for machines that come back. */
export type Feed = { href: string; type: string; title: string }

type DocumentHeadProps = {
  page: PageContext
  title: string
  description?: string | undefined
  /** Its address may hold a key: search engines leave it alone, and it is told to no other site. */
  isPrivate: boolean
  island?: string | undefined
  sheet?: string | undefined
  feeds?: readonly Feed[] | undefined
}

/** What browsers, search engines and shared links read before the page. */
export function DocumentHead(props: DocumentHeadProps) {
  const { page, title, description, isPrivate, island, sheet, feeds = [] } = props
  const { sheets, islands, brandCss } = page.assets
  const script = island === undefined ? undefined : islands[island]
  const styles = ['main', sheet ?? ''].flatMap((name) => sheets[name] ?? [])
  const whole = title === page.programme.name ? title : `${title} – ${page.programme.name}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{whole}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <ThemeColor />
      {description !== undefined && <meta name="description" content={description} />}
      {isPrivate ? (
        <meta name="robots" content="noindex" />
      ) : (
        <SharedLink {...{ page, title, description }} />
      )}
      {feeds.map((feed) => (
        <link key={feed.href} rel="alternate" {...feed} />
      ))}
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <link rel="stylesheet" href={brandCss} />
      {script !== undefined && <script type="module" src={script} />}
      <link rel="icon" type="image/svg+xml" href="/enseigne.svg" />
    </head>
  )
}

/** The browser's bar takes the ground of day or night. */
function ThemeColor() {
  return (
    <>
      <meta name="theme-color" content={grounds.day.ground} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={grounds.night.ground} media="(prefers-color-scheme: dark)" />
    </>
  )
}

function SharedLink({ page, title, description }: Pick<DocumentHeadProps, 'page' | 'title' | 'description'>) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={page.programme.name} />
      <meta property="og:title" content={title} />
      {description !== undefined && <meta property="og:description" content={description} />}
      <meta property="og:url" content={page.publicUrl + page.path.split('?')[0]} />
      <meta property="og:locale" content={page.language === 'fr' ? 'fr_FR' : 'en_GB'} />
    </>
  )
}
