import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { texts } from './texts.ts'

/** The last page on a shared device; the link is words, so that the next visitor does not tap it. */
export function LeavePage({ page, token }: { page: PageContext; token: string }) {
  const words = texts[page.language].leave
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words.done}</p>
      <p>{words.link}</p>
      <p class="private-link">
        <b>{`${page.publicUrl}${diagnosticUrls.run(token)}`}</b>
      </p>
      <p>{words.once}</p>
      <p>{words.space}</p>
      <p>{words.history}</p>
    </Page>
  )
}
