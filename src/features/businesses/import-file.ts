/** The import of the register, told at a terminal. */
import type { CommandContext } from '../../core/command.ts'
import type { Language } from '../../core/language.ts'
import { unreachable } from '../../core/never.ts'
import { formatNumber } from '../../ui/format.ts'
import type { Programme } from '../programmes/programme.ts'
import { importRegister, type ImportOutcome, type Progress } from './import-register.ts'
import { listRefusals } from './import-store.ts'
import type { FileProblem } from './open-register.ts'
import type { ImportCounts } from './register-import.ts'
import { texts } from './texts.ts'

const refusalsShown = 20

export type RegisterFile = { file: string; source: string; language: Language }

/** Imports a register for somebody at a terminal, who is told how far it is and what became of it. @returns the exit code */
export async function importRegisterFile(
  { file, source, language }: RegisterFile,
  context: CommandContext<Programme>,
): Promise<number> {
  const { db, clock } = context.services
  const startedAt = clock()
  const bar = progressBar(language, context.say)
  const outcome = await importRegister(db, clock, { file, source, onProgress: bar.show })
  bar.clear()
  const seconds = (clock().getTime() - startedAt.getTime()) / 1000
  return report(outcome, { ...context, language, seconds })
}

/** One line that moves on a terminal; a line each tenth of the file elsewhere. */
export function progressBar(language: Language, say: (line: string) => void) {
  const terminal = process.stderr.isTTY ? process.stderr : null
  let tenths = 0
  const show = ({ done, lines }: Pick<Progress, 'done' | 'lines'>): void => {
    const words = texts[language].progress(Math.floor(done * 100), lines)
    const tenth = Math.floor(done * 10)
    if (terminal) terminal.write(`\r\u001b[K${words}`)
    else if (tenth > tenths) say(words)
    tenths = tenth
  }
  return { show, clear: () => void terminal?.write('\r\u001b[K') }
}

type Report = CommandContext<Programme> & { language: Language; seconds: number }

async function report(outcome: ImportOutcome, to: Report): Promise<number> {
  const words = texts[to.language]
  switch (outcome.kind) {
    case 'unreadable':
      to.say(problemSentence(outcome.problem, to.language))
      to.say(words.nothingChanged)
      return 1
    case 'broken':
      to.say(words.broken(outcome.line))
      await sayCounts(outcome, to)
      return 1
    case 'imported':
      to.say(words.done(outcome.counts.lines, to.seconds.toFixed(1)))
      await sayCounts(outcome, to)
      return 0
    default:
      return unreachable(outcome)
  }
}

function problemSentence(problem: FileProblem, language: Language): string {
  const words = texts[language]
  if (problem.kind === 'not-utf-8') return words.notUtf8(problem.line)
  if (problem.kind !== 'columns') return words.problems[problem.kind]
  const missing = problem.missing.map((column) => words.columns[column]).join(words.and)
  return words.missingColumns(missing, problem.headings.slice(0, 20).join(', '))
}

async function sayCounts(
  { importId, counts }: { importId: string; counts: ImportCounts },
  { say, services, language }: Report,
): Promise<void> {
  const words = texts[language]
  const number = (count: number) => formatNumber(count, language)
  const kinds = ['created', 'changed', 'unchanged', 'refused'] as const
  for (const kind of kinds) say(`  ${number(counts[kind]).padStart(9)} ${words.counts[kind](counts[kind])}`)
  if (counts.refused === 0) return
  say(words.refusedTitle)
  for (const { line, reason, columnName, value } of await listRefusals(
    services.db,
    importId,
    refusalsShown,
  )) {
    const cell = columnName !== null && value ? words.cell(columnName, value) : ''
    say(words.refusal(line, words.reasons[reason] ?? reason) + cell)
  }
  if (counts.refused > refusalsShown) say(words.more(counts.refused - refusalsShown))
}
