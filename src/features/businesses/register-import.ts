/** One import of a file, as it is remembered. */
import type { Refusal } from './register-line.ts'

export type ImportCounts = {
  lines: number
  created: number
  changed: number
  unchanged: number
  refused: number
}
export type LineRefusal = Refusal & { line: number }

export type RegisterImport = ImportCounts & {
  id: string
  source: string
  fileName: string
  startedAt: Date
  /** Null while it runs, and for ever when it was stopped half-way. */
  finishedAt: Date | null
}

/** A refused line as it was kept. */
export type KeptRefusal = { line: number; reason: string; columnName: string | null; value: string | null }
