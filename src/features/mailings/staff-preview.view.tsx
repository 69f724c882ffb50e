import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { Mailing } from './mailing.ts'
import { texts } from './texts.ts'
import { mailingUrls } from './urls.ts'

/** As a phone shows it, and a desk. */
const widths = [360, 1280] as const

export function PreviewPage({ page, mailing }: { page: PageContext; mailing: Mailing }) {
  const words = texts[page.language].staff
  const languages = mailing.texts.en ? (['fr', 'en'] as const) : (['fr'] as const)
  return (
    <StaffPage page={page} title={words.preview}>
      <h1>{words.preview}</h1>
      <p>
        <a href={mailingUrls.mailing(mailing.id)}>{words.back}</a>
      </p>
      {languages.flatMap((language) =>
        widths.map((width) => {
          const title = words.previewAt(formatNumber(width, page.language), words.languages[language])
          return (
            <>
              <h2>{title}</h2>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable */}
              <section class="mail-frame" aria-label={title} tabIndex={0}>
                <iframe
                  title={title}
                  src={mailingUrls.frame(mailing.id, language)}
                  width={width}
                  height={680}
                  sandbox=""
                />
              </section>
            </>
          )
        }),
      )}
    </StaffPage>
  )
}
