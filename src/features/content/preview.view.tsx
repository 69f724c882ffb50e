import type { ComponentChildren } from 'preact'
import { Facts } from '../../ui/definition.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Programme } from '../programmes/programme.ts'
import { Effects } from './effects.view.tsx'
import type { Finding } from './finding.ts'
import type { Preview } from './preview.ts'
import { texts } from './texts.ts'

type PreviewProps = { page: PageContext; published: Programme; preview: Preview }

/** What an operator reads before the content goes online: what to mend, and what it would change. */
export function PreviewPage(props: PreviewProps) {
  const { page, published, preview } = props
  const words = texts[page.language].preview
  return (
    <StaffPage page={page} title={words.title} context={<How page={page} />}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Standing {...props} />
      {preview.kind === 'refused' ? (
        <Problems page={page} problems={preview.problems} />
      ) : (
        <>
          <Findings page={page} findings={preview.findings} />
          <Effects page={page} published={published} draft={preview.draft} effects={preview.effects} />
        </>
      )}
    </StaffPage>
  )
}

function How({ page }: { page: PageContext }) {
  const words = texts[page.language].preview
  return (
    <>
      <h2>{words.how}</h2>
      {words.howText.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

/** Which version is online, which one lies in the folder, and whether they are the same. */
function Standing({ page: { language }, published, preview }: PreviewProps) {
  const words = texts[language].preview
  const named = ({ version, hash }: Programme) => words.version(version, hash.slice(0, 8))
  const draft = preview.kind === 'reviewed' ? preview.draft : null
  const facts = [
    { term: words.published, value: named(published) },
    { term: words.waiting, value: draft ? named(draft) : words.notReadable },
  ]
  const isPublished = draft?.hash === published.hash
  return (
    <section class="stack">
      <Facts facts={facts} />
      <Notice language={language} kind={isPublished ? 'done' : 'warning'} title={words.state}>
        {!draft && <p>{words.refused}</p>}
        {draft && <p>{isPublished ? words.isPublished : words.isWaiting}</p>}
        {draft && !isPublished && draft.version === published.version && (
          <p>{words.sameVersion(draft.version)}</p>
        )}
      </Notice>
    </section>
  )
}

/** What the loader says, in the language of the code. */
type ProblemsProps = { page: PageContext } & Pick<Extract<Preview, { kind: 'refused' }>, 'problems'>

function Problems({ page, problems }: ProblemsProps) {
  const words = texts[page.language].preview
  const rows = problems.map(({ message, ...place }) => ({ ...place, what: <span lang="en">{message}</span> }))
  return (
    <section class="stack">
      <h2>{words.problems}</h2>
      <PlaceTable page={page} caption={words.problems} rows={rows} />
    </section>
  )
}

function Findings({ page, findings }: { page: PageContext; findings: readonly Finding[] }) {
  const { complain, preview: words } = texts[page.language]
  const rows = findings.map(({ complaint, ...place }) => ({ ...place, what: complain(complaint) }))
  return (
    <section class="stack">
      <h2>{words.findings}</h2>
      {rows.length === 0 ? (
        <p>{words.noFinding}</p>
      ) : (
        <>
          <p>{words.findingsText}</p>
          <PlaceTable page={page} caption={words.findings} rows={rows} />
        </>
      )}
    </section>
  )
}

type Row = { file: string; line: number; what: ComponentChildren }

/** Where, as `file:line`, and what. */

function PlaceTable({ page, caption, rows }: { page: PageContext; caption: string; rows: readonly Row[] }) {
  const words = texts[page.language].preview
  return (
    <Table
      caption={caption}
      captionUnseen
      columns={words.columns.map((heading) => ({ heading }))}
      rows={rows.map(({ file, line, what }) => [words.place(file, formatNumber(line, page.language)), what])}
    />
  )
}
