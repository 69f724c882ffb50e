import { ButtonLink } from '../../ui/button.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { texts } from './texts.ts'

/** A short address that was misread, or has ended; `many`: too many were tried. */
export function NoShortAddressPage({ page, why }: { page: PageContext; why: 'unknown' | 'many' }) {
  const words = texts[page.language].short
  return (
    <Page page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{why === 'many' ? words.many : words.reason}</p>
      <p>{words.next}</p>
      <ButtonLink href={diagnosticUrls.start}>{words.start}</ButtonLink>
    </Page>
  )
}
