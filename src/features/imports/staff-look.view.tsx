/** What was read in a file, before anything is written. */
import type { FieldErrors } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { RadioGroup, SelectField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { importFields } from './fields.ts'
import type { KeptFile } from './list-run.ts'
import type { Proposal } from './mapping.ts'
import { staffTexts } from './staff-texts.ts'
import type { Table as ListTable } from './table.ts'
import { texts } from './texts.ts'
import { fileUrl, listUrls } from './urls.ts'

type LookProps = {
  page: PageContext
  file: KeptFile
  source: string
  table: ListTable
  proposals: readonly Proposal[]
  errors: FieldErrors
}

const rowsShown = 5
const longestCell = 60

export function LookPage({ page, file, source, table, proposals, errors }: LookProps) {
  const { language } = page
  const words = staffTexts[language].look
  const action = fileUrl(file.id, source, table.sheet)
  return (
    <StaffPage page={page} title={words.title} context={<Found page={page} file={file} table={table} />}>
      <FormErrors language={language} words={staffTexts[language].errors} errors={errors} />
      <h1>{words.title}</h1>
      {table.sheets.length > 1 && <Sheets page={page} action={action} source={source} table={table} />}
      <h2>{words.meaning}</h2>
      <p>{words.meaningHint}</p>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="source" value={source} />
        <input type="hidden" name="feuille" value={table.sheet === null ? '' : String(table.sheet + 1)} />
        <Columns page={page} proposals={proposals} />
        <Button name="acte" value="essai">
          {words.try}
        </Button>
      </form>
      <h2>{words.first}</h2>
      <FirstRows page={page} table={table} />
      <p>
        <a href={listUrls.lists}>{words.again}</a>
      </p>
    </StaffPage>
  )
}

function Found({ page: { language }, file, table }: Pick<LookProps, 'page' | 'file' | 'table'>) {
  const { look: words } = staffTexts[language]
  const { formats, encodings, delimiters } = texts[language]
  const { format, encoding, delimiter, headerLine, columns } = table
  const isRecords = format === 'json' || format === 'geojson'
  const facts = [
    { term: words.found, value: file.name },
    { term: words.format, value: formats[format] },
    ...(encoding ? [{ term: words.encoding, value: encodings[encoding] }] : []),
    ...(delimiter ? [{ term: words.delimiter, value: delimiters[delimiter] ?? delimiter }] : []),
    ...(isRecords
      ? []
      : [{ term: words.header, value: headerLine === null ? words.noHeader : words.headerLine(headerLine) }]),
    { term: words.columns, value: String(columns.length) },
  ]
  return (
    <>
      <h2>{words.found}</h2>
      <Facts facts={facts} />
    </>
  )
}

type SheetsProps = Pick<LookProps, 'page' | 'source' | 'table'> & { action: string }

function Sheets({ page: { language }, action, source, table }: SheetsProps) {
  const words = staffTexts[language].look
  const choices = table.sheets.map(({ name, rows, isActive }, at) => ({
    value: String(at + 1),
    label: words.sheetLabel(name, words.rows(rows), isActive),
  }))
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="source" value={source} />
      <RadioGroup
        language={language}
        name="feuille"
        label={words.sheet}
        choices={choices}
        value={String((table.sheet ?? 0) + 1)}
      />
      <Button kind="plain" name="acte" value="relire">
        {words.readSheet}
      </Button>
    </form>
  )
}

type ColumnsProps = Pick<LookProps, 'page' | 'proposals'>

/** Columns that were understood first; the others fold away, since most files have many of no use. */
function Columns({ page, proposals }: ColumnsProps) {
  const words = staffTexts[page.language].look
  const all = proposals.map((proposal, at) => ({ proposal, at }))
  const [used, unused] = [
    all.filter(({ proposal }) => proposal.field !== null),
    all.filter(({ proposal }) => proposal.field === null),
  ]
  const select = ({ proposal, at }: (typeof all)[number]) => (
    <ColumnField key={at} page={page} proposal={proposal} at={at} />
  )
  return (
    <>
      {used.map(select)}
      {unused.length > 0 && (
        <details open={used.length === 0}>
          <summary>{words.unusedColumns(unused.length)}</summary>
          {unused.map(select)}
        </details>
      )}
    </>
  )
}

type ColumnProps = Pick<LookProps, 'page'> & { proposal: Proposal; at: number }

function ColumnField({ page: { language }, proposal, at }: ColumnProps) {
  const words = staffTexts[language].look
  const { fields, sureness, why } = texts[language]
  const { heading, field, examples } = proposal
  const example = examples.length === 0 ? words.empty : words.examples(examples.join(' · '))
  const how = field === null ? '' : ` ${words.how(sureness[proposal.sureness], why[proposal.why])}.`
  return (
    <SelectField
      language={language}
      name={`colonne-${at}`}
      label={heading}
      hint={`${example}${/[.!?]$/.test(example) ? '' : '.'}${how}`}
      choices={importFields.map((value) => ({ value, label: fields[value] }))}
      value={field ?? ''}
      empty={words.unused}
    />
  )
}

function FirstRows({ page: { language }, table }: Pick<LookProps, 'page' | 'table'>) {
  const words = staffTexts[language].look
  const columns = table.columns.map((heading) => ({ heading }))
  const rows = table.sample
    .slice(0, rowsShown)
    .map(({ cells }) => table.columns.map((_, at) => shortened(cells[at] ?? '')))
  return <Table caption={words.first} captionUnseen columns={columns} rows={rows} />
}

function shortened(cell: string): string {
  return cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell
}
