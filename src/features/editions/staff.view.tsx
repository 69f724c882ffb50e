import { programmeZone } from '../programmes/programme.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Actor } from '../accounts/person.ts'
import {
  mayMakeEdition,
  nextQuarter,
  workSteps,
  type EditionSummary,
  type EditionWork,
  type WorkEnd,
} from './edition.ts'
import { texts } from './texts.ts'
import { editionUrls } from './urls.ts'

type EditionsProps = {
  page: PageContext
  actor: Actor
  now: Date
  editions: readonly EditionSummary[]
  work: EditionWork | null
  isForbidden: boolean
}

/** The editions, newest first, how far the count has come, and the button that has one made. */
export function EditionsPage({ page, actor, now, editions, work, isForbidden }: EditionsProps) {
  const { language } = page
  const words = texts[language].staff
  const [latest] = editions
  return (
    <StaffPage page={page} title={words.title} context={<Rules page={page} />}>
      <h1>{words.title}</h1>
      {isForbidden && (
        <Notice language={language} kind="warning">
          <p>{words.forbidden}</p>
        </Notice>
      )}
      {work && <Work page={page} work={work} />}
      <p>{words.intro}</p>
      {mayMakeEdition(actor) && !isAtWork(work) && (
        <form method="post" action={editionUrls.staff}>
          <Button>{words.make}</Button>
        </form>
      )}
      {latest && nextQuarter(latest) > now && (
        <p class="soft">{words.until(formatDate(nextQuarter(latest), programmeZone, language))}</p>
      )}
      {latest ? (
        <EditionTable page={page} editions={editions} />
      ) : (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      )}
    </StaffPage>
  )
}

const isAtWork = (work: EditionWork | null) => work !== null && work.endedAt === null

const noticeOf = {
  made: 'done',
  'too-soon': 'info',
  'not-enough': 'info',
  'nothing-new': 'info',
  'at-work': 'info',
  abandoned: 'warning',
} as const satisfies Record<WorkEnd, string>

/** What became of the last demand; while it is counted, how far it is. */
function Work({ page: { language }, work }: { page: PageContext; work: EditionWork }) {
  const words = texts[language].staff
  if (work.outcome !== null) {
    return (
      <Notice language={language} kind={noticeOf[work.outcome]}>
        <p>{words.end[work.outcome]}</p>
      </Notice>
    )
  }
  const say = (number: number) => formatNumber(number, language)
  const { step } = work
  return (
    <Notice language={language} kind="info">
      <p>{words.asked}</p>
      <p>
        {step === 'asked'
          ? words.waiting
          : words.step(say(workSteps.indexOf(step) + 1), say(workSteps.length), words.steps[step])}
      </p>
      <ButtonLink kind="plain" href={editionUrls.staff}>
        {words.refresh}
      </ButtonLink>
    </Notice>
  )
}

function EditionTable({ page: { language }, editions }: Pick<EditionsProps, 'page' | 'editions'>) {
  const words = texts[language].staff
  const say = (number: number) => formatNumber(number, language)
  const columns = words.columns.map((heading, i) => ({ heading, numeric: i > 1 }))
  const rows = editions.map(({ number, madeAt, businesses, cells, keptBricks, bricks }) => [
    say(number),
    formatDate(madeAt, programmeZone, language),
    say(businesses),
    say(cells),
    words.kept(say(keptBricks), say(bricks)),
  ])
  return <Table caption={words.caption} columns={columns} rows={rows} />
}

function Rules({ page: { language } }: { page: PageContext }) {
  const words = texts[language].staff
  return (
    <>
      <h2>{words.rules}</h2>
      {words.rule.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      <p>{words.command}</p>
    </>
  )
}
