import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmailField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { siteUrls } from '../../ui/urls.ts'
import { PrivateLink } from '../diagnostics/site-private.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { texts } from './texts.ts'
import { planUrls } from './urls.ts'

/** How a result is kept, and what has just come of an attempt to. */
export type Keeping = {
  /** In whose space it is. */
  holder: 'nobody' | 'you' | 'somebody'
  typed?: Typed
  errors?: FieldErrors
  news?: 'mailed' | 'taken' | 'staff' | undefined
}

/** What was wrong in the form, for the summary at the top of the page. */
export function keepErrors({ language }: PageContext, { errors = {} }: Keeping) {
  return Object.entries(errors).map(([field, id]) => ({ field, message: texts[language].errors[id] ?? id }))
}

type KeepProps = { page: PageContext; token: string; keeping: Keeping }

/** The ways to keep a result: on paper, by e-mail, in one's space, by its link. */
export function KeepSection({ page, token, keeping }: KeepProps) {
  const { language } = page
  const { keep, leave, result, paper } = texts[language]
  return (
    <section id="garder" class="keep stack">
      <h2>{keep.title}</h2>
      <News page={page} keeping={keeping} />
      <p>
        <ButtonLink kind="plain" href={planUrls.paper(token)}>
          {paper.download}
        </ButtonLink>
      </p>
      <MailForm {...{ page, token, keeping }} />
      <Claim {...{ page, token, keeping }} />
      <h3>{result.link}</h3>
      <PrivateLink page={page} token={token} />
      <p>{result.print}</p>
      <ButtonLink kind="plain" href={diagnosticUrls.answers(token)}>
        {result.answers}
      </ButtonLink>
      <p>
        <a href={planUrls.method}>{result.method}</a>
      </p>
      <h3>{leave.shared}</h3>
      <form method="post" action={planUrls.leave(token)}>
        <p>{leave.why}</p>
        <Button kind="plain">{leave.button}</Button>
      </form>
    </section>
  )
}

function News({ page: { language }, keeping: { news } }: Omit<KeepProps, 'token'>) {
  const words = texts[language].keep
  if (!news) return null
  if (news === 'mailed') {
    return (
      <Notice language={language} kind="done" title={words.sent}>
        <p>{words.sentWhy}</p>
      </Notice>
    )
  }
  return (
    <Notice language={language} kind="warning" title={words.notKept}>
      <p>{words[news]}</p>
    </Notice>
  )
}

function MailForm({ page, token, keeping: { typed, errors } }: KeepProps) {
  const { language } = page
  const words = texts[language].keep
  const error = errors?.['email']
  return (
    <form method="post" action={planUrls.mail(token)} novalidate>
      <EmailField
        language={language}
        name="email"
        label={words.email}
        hint={words.emailHint}
        value={typed?.['email'] ?? page.person?.email}
        error={error === undefined ? undefined : texts[language].errors[error]}
      />
      <Button kind="plain">{words.send}</Button>
    </form>
  )
}

function Claim({ page, token, keeping: { holder } }: KeepProps) {
  const words = texts[page.language].keep
  if (holder === 'you') {
    return (
      <p>
        {words.kept} <a href={siteUrls.mySpace}>{words.mySpace}</a>
      </p>
    )
  }
  if (holder === 'somebody' || page.person?.isStaff) return null
  return (
    <form method="post" action={planUrls.claim(token)}>
      <p>{words.claimWhy}</p>
      <Button kind="plain">{words.claim}</Button>
    </form>
  )
}
