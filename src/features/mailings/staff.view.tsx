import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import type { MailingLine } from './mailing.ts'
import { texts, type Done } from './texts.ts'
import { mailingUrls } from './urls.ts'

type ListProps = { page: PageContext; mailings: readonly MailingLine[]; done: Done | null }

/** Every mailing with its numbers. */
export function MailingsPage({ page, mailings, done }: ListProps) {
  const words = texts[page.language].staff
  return (
    <StaffPage page={page} title={words.title} context={<About page={page} />}>
      <h1>{words.title}</h1>
      <DoneNotice page={page} done={done} />
      <p>{words.intro}</p>
      <p>
        <ButtonLink href={mailingUrls.draft}>{words.new}</ButtonLink>
      </p>
      {mailings.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Table
          caption={words.caption}
          columns={words.columns.map((heading, index) => ({ heading, numeric: index > 1 }))}
          rows={mailings.map((mailing) => cells(page, mailing))}
        />
      )}
    </StaffPage>
  )
}

function cells({ language }: PageContext, { id, texts: written, state, relayName, numbers }: MailingLine) {
  const words = texts[language].staff
  const { waiting, claimed, deferred, sent, failed, uncertain, skipped } = numbers.states
  return [
    <>
      <a href={mailingUrls.mailing(id)}>{written.fr.subject}</a>
      {relayName && ` · ${relayName}`}
    </>,
    words.states[state],
    ...[waiting + claimed + deferred, sent, failed, uncertain, skipped].map((count) =>
      formatNumber(count, language),
    ),
  ]
}

/** What a button did. */
export function DoneNotice({ page: { language }, done }: { page: PageContext; done: Done | null }) {
  if (done === null) return null
  const isWarning = done === 'change'
  return (
    <Notice language={language} kind={isWarning ? 'warning' : 'done'}>
      <p>{texts[language].staff.done[done]}</p>
    </Notice>
  )
}

/** The rules of sending, beside the work. */
export function About({ page: { language } }: { page: PageContext }) {
  const words = texts[language].staff
  return (
    <>
      <h2>{words.about}</h2>
      <p>{words.aboutText}</p>
      <p>
        <a href={mailingUrls.addresses}>{texts[language].address.title}</a>
      </p>
      <h2>{words.noOpens}</h2>
      <p>{words.noOpensText}</p>
    </>
  )
}
