import type { listMails } from '../../core/mail.ts'
import { Empty } from '../../ui/empty.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

type Mails = Awaited<ReturnType<typeof listMails>>

/** For developers: what would have been sent. English only, and only on a machine of one's own. */
export function DevMailPage({ page, mails }: { page: PageContext; mails: Mails }) {
  const columns = [
    { heading: 'Subject' },
    { heading: 'To' },
    { heading: 'Kind' },
    { heading: 'Written' },
    { heading: 'Sent' },
  ]
  const rows = mails.map((mail) => [
    <a href={`/dev/mail/${mail.id}`}>{mail.subject}</a>,
    mail.recipient,
    mail.kind,
    mail.createdAt.toISOString().slice(0, 19),
    mail.sentAt?.toISOString().slice(11, 19) ?? (mail.lastError ? `failed: ${mail.lastError}` : 'waiting'),
  ])
  return (
    <Page page={page} title="Mails">
      <h1>Mails</h1>
      {mails.length === 0 ? (
        <Empty title="No mail yet">Ask for a sign-in code or book a seat: the mail appears here.</Empty>
      ) : (
        <div class="wide">
          <Table caption="The outbox, newest first" columns={columns} rows={rows} />
        </div>
      )}
    </Page>
  )
}

export function DevMailDetailPage({ page, mail }: { page: PageContext; mail: Mails[number] }) {
  return (
    <Page page={page} title={mail.subject}>
      <p>
        <a href="/dev/mail">All mails</a>
      </p>
      <h1>{mail.subject}</h1>
      <p>
        {mail.recipient} · {mail.kind} · <a href={`/dev/mail/${mail.id}/html`}>HTML alone</a>
        {mail.calendar !== null && (
          <>
            {' · '}
            <a href={`/dev/mail/${mail.id}/calendar`}>Calendar ({mail.calendarMethod})</a>
          </>
        )}
      </p>
      <pre class="mail-plain">{mail.plain}</pre>
    </Page>
  )
}
