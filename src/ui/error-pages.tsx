/** The pages for what went wrong: what happened, what was kept, what to do now. */
import type { FastifyRequest } from 'fastify'
import type { ErrorPages } from '../core/http.ts'
import { ButtonLink, ButtonRow } from './button.tsx'
import type { PageContext } from './page-context.ts'
import { Page } from './page.tsx'
import { uiTexts } from './texts.ts'
import { siteUrls } from './urls.ts'

type WithContext = FastifyRequest & { pageContext: PageContext }

export const errorPages: ErrorPages = {
  notFound: (request) => <NotFoundPage page={(request as WithContext).pageContext} />,
  failed: (request, kind) => <FailedPage page={(request as WithContext).pageContext} kind={kind} />,
}

export function NotFoundPage({ page }: { page: PageContext }) {
  const words = uiTexts[page.language].notFound
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words.reason}</p>
      <p>{words.links}</p>
      <ButtonRow>
        <ButtonLink href={siteUrls.home}>{words.home}</ButtonLink>
        <ButtonLink href={siteUrls.diagnostic} kind="plain">
          {words.diagnostic}
        </ButtonLink>
        <ButtonLink href={siteUrls.trainings} kind="plain">
          {words.trainings}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

type Kind = 'away' | 'broken' | 'refused' | 'too-large'

export function FailedPage({ page, kind }: { page: PageContext; kind: Kind }) {
  const words = uiTexts[page.language].failed
  return (
    <Page page={page} title={words[kind].title} isPrivate>
      <h1>{words[kind].title}</h1>
      <p>{words[kind].reason}</p>
      <p>{words[kind].next}</p>
      {kind === 'broken' && (
        <p>
          {words.number} <strong class="figures">{page.requestId}</strong>
        </p>
      )}
      <ButtonRow>
        <ButtonLink href={siteUrls.home} kind="plain">
          {words.home}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}
