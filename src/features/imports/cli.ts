import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, CommandContext } from '../../core/command.ts'
import { transaction } from '../../core/db.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { unreachable } from '../../core/never.ts'
import { formatNumber } from '../../ui/format.ts'
import { importRegisterFile, progressBar } from '../businesses/import-file.ts'
import type { Programme } from '../programmes/programme.ts'
import { askForImport } from './ask-for-import.ts'
import { outcomes, mostReported, type RunCounts } from './list-run.ts'
import { mappingOf, proposeMapping, type Mapping, type Proposal } from './mapping.ts'
import { openTable } from './open-table.ts'
import { isRegister } from './quick-road.ts'
import { notesOf, reportHead, reportLine, whyOf } from './report-file.ts'
import { runList, type RunOutcome } from './run-list.ts'
import { findMapping, findRun, listReport } from './run-store.ts'
import type { Table } from './table.ts'
import { describeTable } from './tell-table.ts'
import { texts } from './texts.ts'
import { undoRun } from './undo-run.ts'

const rowsShown = 20

export const commands: Command<Programme>[] = [
  {
    name: 'import',
    usage: 'FILE [--source NAME] [--dry-run] [--sheet N] [--report FILE.csv] [--lang fr|en]',
    summary: 'put a list of businesses into the register: CSV, XLSX, ODS, JSON, GeoJSON',
    run: runImport,
  },
  {
    name: 'undo-import',
    usage: 'ID [--lang fr|en]',
    summary: 'take back what an import brought',
    run: runUndo,
  },
]

type Context = CommandContext<Programme>
type Given = {
  file: string
  source: string
  isDry: boolean
  /** From 1, as people count. */
  sheet: number | null
  report: string | null
  language: Language
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        'dry-run': { type: 'boolean' },
        sheet: { type: 'string' },
        report: { type: 'string' },
        lang: { type: 'string' },
      },
    })
  } catch {
    return null
  }
}

function argumentsOf(args: string[]): Given | null {
  const parsed = read(args)
  const [file, ...more] = parsed?.positionals ?? []
  if (!parsed || file === undefined || more.length > 0) return null
  const { source, 'dry-run': isDry = false, sheet, report = null, lang } = parsed.values
  if (sheet !== undefined && !/^[1-9]\d{0,3}$/.test(sheet)) return null
  const language = isLanguage(lang) ? lang : 'fr'
  const place = sheet === undefined ? null : Number(sheet)
  return { file, source: source?.trim() || basename(file), isDry, sheet: place, report, language }
}

function languageOf(args: string[]): Language {
  const lang = read(args)?.values.lang
  return isLanguage(lang) ? lang : 'fr'
}

async function runImport(args: string[], context: Context): Promise<number> {
  const given = argumentsOf(args)
  if (!given) {
    context.say(texts[languageOf(args)].cli.usage)
    return 1
  }
  const words = texts[given.language]
  const sheet = given.sheet === null ? null : given.sheet - 1
  const opened = await openTable({ path: given.file, sheet, numbered: words.numbered })
  if (opened.kind === 'refused') {
    context.say(words.problems[opened.problem] ?? opened.problem)
    context.say(words.cli.nothingChanged)
    return 1
  }
  const remembered = (await findMapping(context.services.db, given.source)) ?? {}
  const proposals = proposeMapping(opened.table, remembered)
  if (!given.isDry && isRegister(opened.table, proposals)) return importRegisterFile(given, context)
  return importList(given, context, { table: opened.table, proposals })
}

type Looked = { table: Table; proposals: readonly Proposal[] }

async function importList(given: Given, context: Context, { table, proposals }: Looked): Promise<number> {
  const { source, isDry, language, file } = given
  const { say, services } = context
  const { db, clock } = services
  const words = texts[language]
  sayWhatWasFound({ table, proposals }, language, say)
  const mapping: Mapping = mappingOf(proposals)
  const { sheet, columns } = table
  const run = {
    source,
    fileName: basename(file),
    fileId: null,
    sheet,
    columns,
    mapping,
    isDry,
    askedBy: null,
  }
  const asked = await transaction(db, (tx) => askForImport(tx, clock(), run))
  if (asked.kind !== 'asked') {
    say(asked.kind === 'no-name' ? words.noName(columns.slice(0, 20).join(', ')) : words.atWork)
    say(words.cli.nothingChanged)
    return 1
  }
  const startedAt = clock()
  const bar = progressBar(language, say)
  const onProgress = ({ counts, progress }: { counts: RunCounts; progress: number | null }) =>
    bar.show({ done: progress ?? 0, lines: counts.rows })
  const { runId } = asked
  const outcome = await runList(db, clock, { runId, path: file, numbered: words.numbered, onProgress })
  bar.clear()
  const seconds = (clock().getTime() - startedAt.getTime()) / 1000
  return tell(outcome, { ...context, given, runId, seconds })
}

function sayWhatWasFound(
  { table, proposals }: Looked,
  language: Language,
  say: (line: string) => void,
): void {
  const words = texts[language]
  say(describeTable(table, language))
  say(words.cli.mapped)
  for (const { heading, field, why } of proposals)
    if (field) say(words.cli.column(heading, words.fields[field], words.why[why]))
}

type Told = Context & { given: Given; runId: string; seconds: number }

async function tell(outcome: RunOutcome, told: Told): Promise<number> {
  const { say, given } = told
  const words = texts[given.language]
  switch (outcome.kind) {
    case 'unreadable':
      say(words.problems[outcome.problem] ?? outcome.problem)
      return 1
    case 'broken':
      say(words.cli.broken(outcome.line === null ? words.cli.cut : `${words.reasons['line.quote']}.`))
      await tellCounts(outcome.counts, told)
      return 1
    case 'stopped':
      say(words.cli.stopped)
      return 1
    case 'finished':
      if (given.isDry) say(words.cli.dry)
      say(words.cli.done(outcome.counts.rows, told.seconds.toFixed(1)))
      await tellCounts(outcome.counts, told)
      return 0
    default:
      return unreachable(outcome)
  }
}

async function tellCounts(counts: RunCounts, { say, services, given, runId }: Told): Promise<void> {
  const { language, report, isDry } = given
  const words = texts[language]
  for (const kind of outcomes)
    say(`  ${formatNumber(counts[kind], language).padStart(9)} ${words.outcomes[kind](counts[kind])}`)
  const rows = await listReport(services.db, { runId, limit: mostReported })
  if (rows.length > 0) say(words.cli.told)
  for (const row of rows.slice(0, rowsShown)) {
    const what = [whyOf(row, language), notesOf(row, language)].filter((part) => part !== '').join(' · ')
    say(words.cli.row(row.line, words.outcomes[row.outcome](1), what))
  }
  if (rows.length > rowsShown) say(words.cli.more(rows.length - rowsShown))
  const run = await findRun(services.db, runId)
  if (report !== null && run) {
    const written = rows.map((row) => reportLine(row, language)).join('')
    await writeFile(report, reportHead(run, language) + written)
    say(words.cli.written(report))
  }
  if (!isDry) say(words.cli.undoWith(runId))
}

async function runUndo(args: string[], { services, say }: Context): Promise<number> {
  const words = texts[languageOf(args)].cli
  const [id = ''] = read(args)?.positionals ?? []
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    say(words.undoUsage)
    return 1
  }
  const outcome = await undoRun(services.db, services.clock, id)
  say(outcome.kind === 'undone' ? words.undone(outcome.kept) : words.notUndone)
  return outcome.kind === 'undone' ? 0 : 1
}
