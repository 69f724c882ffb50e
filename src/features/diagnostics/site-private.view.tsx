import type { PageContext } from '../../ui/page-context.ts'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

/** The link by which a run is taken up again, and what it gives away. */
export function PrivateLink({
  page,
  token,
}: {
  page: Pick<PageContext, 'language' | 'publicUrl'>
  token: string
}) {
  const words = texts[page.language].question
  const path = diagnosticUrls.run(token)
  return (
    <div class="private-link">
      <p>
        {words.laterWhy} <a href={path}>{`${page.publicUrl}${path}`}</a>
      </p>
      <p>{words.private}</p>
    </div>
  )
}
