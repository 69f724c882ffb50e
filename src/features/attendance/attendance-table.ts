/** The list of a session and the figures, as tables for a spreadsheet. */
import type { Language } from '../../core/language.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { localTimeOf } from '../training-sessions/local-time.ts'
import type { AttendanceLine } from './declaration.ts'
import { declaredTexts } from './declared-texts.ts'
import type { SessionFigures } from './figure.ts'

type Cells = (string | number | null)[]

type ListProps = {
  language: Language
  zone: string
  lines: readonly AttendanceLine[]
  /** For who may see how to write to people. */
  withContacts: boolean
}

/** A line a person, each fact in a column of its own. */
export function attendanceRows({ language, zone, lines, withContacts }: ListProps): Cells[] {
  const { csv, states } = declaredTexts[language]
  const { email, ...others } = csv.columns
  const { name, ...rest } = others
  const moment = (instant: Date | null) => instant && sortable(instant, zone)
  const rows = lines.map((line) => [
    line.name,
    ...(withContacts ? [line.email] : []),
    line.businessName,
    line.commune,
    moment(line.bookedAt),
    moment(line.joinedAt),
    line.minutes,
    line.declared && states[line.declared.state],
    line.declared && line.declared.by,
    moment(line.declared && line.declared.at),
  ])
  return [[name, ...(withContacts ? [email] : []), ...Object.values(rest)], ...rows]
}

/** A line a session, in whole numbers: shares are for who reads the table to make. */
export function figureRows(
  programme: Programme,
  language: Language,
  sessions: readonly SessionFigures[],
): Cells[] {
  const { columns, csv } = declaredTexts[language].figures
  const head = [
    csv.starts,
    columns.training,
    csv.trainer,
    csv.capacity,
    csv.taken,
    columns.joined,
    columns.stayed,
    columns.present,
    csv.absent,
    columns.excused,
  ]
  const rows = sessions.map((one) => [
    sortable(one.startsAt, one.zone),
    findTraining(programme, one.trainingId)?.title[language] ?? one.trainingId,
    one.trainer,
    one.capacity,
    one.taken,
    one.joined,
    one.stayed,
    one.present,
    one.absent,
    one.excused,
  ])
  return [head, ...rows]
}

/** `2026-11-30 14:00`, as the clock there shows: sorts as it reads. */
function sortable(instant: Date, zone: string): string {
  const { date, time } = localTimeOf(instant, zone)
  return `${date} ${time}`
}
