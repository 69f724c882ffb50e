import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatDate } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Action } from '../programmes/action.ts'
import { findAction, type Programme, programmeZone } from '../programmes/programme.ts'
import type { Proof } from './proof.ts'
import { texts } from './texts.ts'
import { planUrls } from './urls.ts'

type DoneProps = {
  page: PageContext
  token: string
  action: Action
  proof: Proof | null
  wrong?: { note: string; error: string } | undefined
}

/** One action: when it counts as done, what shows it, and the way to take it back. */
export function DonePage({ page, token, action, proof, wrong }: DoneProps) {
  const { language } = page
  const words = texts[language].done
  const title = action.title[language]
  const error = wrong && texts[language].errors[wrong.error]
  return (
    <Page page={page} title={title} bodyClass="diagnostic" isPrivate>
      <ErrorSummary
        language={language}
        errors={error === undefined ? [] : [{ field: 'note', message: error }]}
      />
      <p>
        <a href={diagnosticUrls.result(token)}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      {proof && <p>{words.since(formatDate(proof.declaredAt, programmeZone, language))}</p>}
      <p>
        <b>{texts[language].plan.proof}</b> {action.proof[language]}
      </p>
      <form class="stack" method="post" action={planUrls.done(token, action.id)} novalidate>
        <TextField
          {...{ language, name: 'note', error }}
          label={words.note}
          hint={words.noteHint}
          value={wrong?.note ?? proof?.note}
        />
        <p class="soft">{words.next}</p>
        <Button>{proof ? words.change : words.yes}</Button>
      </form>
      {proof && (
        <form method="post" action={planUrls.undo(token, action.id)}>
          <Button kind="plain">{words.undo}</Button>
        </form>
      )}
    </Page>
  )
}

/** The action is in no plan of this link. */
export function NotPlannedPage({ page, token }: Pick<DoneProps, 'page' | 'token'>) {
  const words = texts[page.language].done
  return (
    <Page page={page} title={words.notPlanned} isPrivate>
      <h1>{words.notPlanned}</h1>
      <p>
        <a href={diagnosticUrls.result(token)}>{words.back}</a>
      </p>
    </Page>
  )
}

type DoneListProps = { page: PageContext; programme: Programme; token: string; proofs: readonly Proof[] }

/** What is done and no longer in the plan. */
export function DoneList({ page, programme, token, proofs }: DoneListProps) {
  const { language } = page
  const words = texts[language].done
  if (proofs.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <ul>
        {proofs.map(({ action, declaredAt }) => (
          <li key={action}>
            <a href={planUrls.done(token, action)}>
              {findAction(programme, action)?.title[language] ?? action}
            </a>
            {', '}
            {formatDate(declaredAt, programmeZone, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}
