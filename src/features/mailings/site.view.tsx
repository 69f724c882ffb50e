import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Programme } from '../programmes/programme.ts'
import { topics } from './mailing.ts'
import type { KnownSuppression } from './suppression.ts'
import { texts } from './texts.ts'
import { leaveUrls } from './urls.ts'

type LeaveProps = {
  page: PageContext
  programme: Programme
  token: string
  /** Null: the link belongs to no mail of ours, so there is nothing to choose. */
  suppressions: readonly KnownSuppression[] | null
  done: 'left' | 'saved' | null
}

/** One button to leave; under it, what one may keep. */
export function LeavePage({ page, programme, token, suppressions, done }: LeaveProps) {
  const { language } = page
  const words = texts[language].leave
  const isGone = suppressions?.some(({ scope }) => scope === 'all') ?? false
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p>{words.from(programme.name)}</p>
      {done && (
        <Notice language={language} kind="done">
          <p>{done === 'left' ? words.left : words.saved}</p>
          {done === 'left' && <p>{words.leftMore}</p>}
        </Notice>
      )}
      {isGone && done === null && <p>{words[whyGone(suppressions ?? [])]}</p>}
      {!isGone && done !== 'left' && (
        <form method="post" action={leaveUrls.leave(token)}>
          <p>{words.effect}</p>
          <Button>{words.button}</Button>
        </form>
      )}
      {suppressions && <Choices page={page} token={token} suppressions={suppressions} />}
    </Page>
  )
}

function whyGone(suppressions: readonly KnownSuppression[]): 'already' | 'complaint' | 'unreachable' {
  const reasons = suppressions.map(({ reason }) => reason)
  if (reasons.includes('complaint')) return 'complaint'
  return reasons.some((reason) => reason.endsWith('bounce') || reason.endsWith('bounces'))
    ? 'unreachable'
    : 'already'
}

type ChoicesProps = { page: PageContext; token: string; suppressions: readonly KnownSuppression[] }

function Choices({ page: { language }, token, suppressions }: ChoicesProps) {
  const words = texts[language].leave
  const left = suppressions.map(({ scope }) => scope)
  return (
    <form method="post" action={leaveUrls.choose(token)}>
      <fieldset class="field">
        <legend class="label">{words.choose}</legend>
        {topics.map((topic) => (
          <Tick
            key={topic}
            type="checkbox"
            id={topic}
            name={topic}
            choice={{ value: 'oui', label: words.topics[topic] }}
            checked={!left.includes('all') && !left.includes(topic)}
          />
        ))}
      </fieldset>
      <Button kind="plain">{words.save}</Button>
    </form>
  )
}
