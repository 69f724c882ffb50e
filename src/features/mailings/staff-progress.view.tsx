import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { formatDateTime, formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { programmeZone } from '../programmes/programme.ts'
import {
  mayPause,
  mayStop,
  recipientStates,
  type Mailing,
  type MailingNumbers,
  type Sender,
  type Trouble,
} from './mailing.ts'
import { MailingFacts } from './staff-drafted.view.tsx'
import { About, DoneNotice } from './staff.view.tsx'
import { texts, type Done } from './texts.ts'
import { mailingUrls } from './urls.ts'

type ProgressProps = {
  page: PageContext
  mailing: Mailing
  sender: Sender
  numbers: MailingNumbers
  troubles: readonly Trouble[]
  done: Done | null
}

/** How far a mailing is, what came of it, and the buttons that hold it. */
export function ProgressPage(props: ProgressProps) {
  const { page, mailing, done } = props
  const { language } = page
  const words = texts[language].staff
  const { startsAt, state } = mailing
  return (
    <StaffPage page={page} title={mailing.texts.fr.subject} context={<About page={page} />}>
      <h1>{mailing.texts.fr.subject}</h1>
      <DoneNotice page={page} done={done} />
      <p class="lead">{words.states[state]}</p>
      {mailing.pauseReason && (
        <Notice language={language} kind="warning">
          <p>{words.pauseReasons[mailing.pauseReason]}</p>
        </Notice>
      )}
      {startsAt && <p>{words.startsAt(formatDateTime(startsAt, { zone: programmeZone, language }))}</p>}
      <Steering page={page} mailing={mailing} />
      <Numbers {...props} />
      <Troubles {...props} />
      <MailingFacts {...props} />
      <p>
        <a href={mailingUrls.preview(mailing.id)}>{words.see}</a>
      </p>
      <p>
        <a href={mailingUrls.list}>{words.backToList}</a>
      </p>
    </StaffPage>
  )
}

function Steering({ page: { language }, mailing }: Pick<ProgressProps, 'page' | 'mailing'>) {
  const words = texts[language].staff
  const { id } = mailing
  const buttons = [
    { action: mailingUrls.pause(id), label: words.pause, isShown: mayPause(mailing) },
    { action: mailingUrls.resume(id), label: words.resume, isShown: mailing.state === 'paused' },
    { action: mailingUrls.stop(id), label: words.stop, isShown: mayStop(mailing) },
  ].filter(({ isShown }) => isShown)
  return (
    <ButtonRow>
      <ButtonLink href={mailingUrls.mailing(id)} kind="plain">
        {words.refresh}
      </ButtonLink>
      {buttons.map(({ action, label }) => (
        <form key={action} method="post" action={action}>
          <Button kind="plain">{label}</Button>
        </form>
      ))}
    </ButtonRow>
  )
}

function Numbers({ page: { language }, numbers }: ProgressProps) {
  const words = texts[language].staff
  const number = (count: number) => formatNumber(count, language)
  const total = recipientStates.reduce((sum, state) => sum + numbers.states[state], 0)
  const rows = recipientStates.map((state) => [words.recipientStates[state], number(numbers.states[state])])
  const after = [
    [words.bounced, number(numbers.bounced)],
    [words.complained, number(numbers.complained)],
  ]
  return (
    <>
      <h2>{words.progress}</h2>
      <Table
        caption={words.progressCaption}
        columns={words.progressColumns.map((heading, index) => ({ heading, numeric: index === 1 }))}
        rows={[...rows, [words.total, number(total)], ...after]}
      />
      {numbers.left.length > 0 && (
        <>
          <h2>{words.left}</h2>
          <Table
            caption={words.leftCaption}
            columns={words.leftColumns.map((heading, index) => ({ heading, numeric: index === 1 }))}
            rows={numbers.left.map(({ reason, count }) => [words.reasons[reason], number(count)])}
          />
        </>
      )}
    </>
  )
}

function Troubles({ page: { language }, troubles }: ProgressProps) {
  const words = texts[language].staff
  if (troubles.length === 0) return null
  return (
    <>
      <h2>{words.troubles}</h2>
      <Table
        caption={words.troublesCaption}
        columns={words.troublesColumns.map((heading) => ({ heading }))}
        rows={troubles.map(({ email, state, reply }) => [email, words.troubleStates[state], reply ?? ''])}
      />
    </>
  )
}
