import type { Programme } from '../programmes/programme.ts'
import type { Effect } from './effect.ts'
import type { Finding } from './finding.ts'

/** What keeps a site from starting, in the words of the loader; line and column count from 1. */
type Problem = { file: string; line: number; column: number; message: string }

/** What would follow if a site started now with the folder of its programme. */
export type Preview =
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'reviewed'; draft: Programme; findings: readonly Finding[]; effects: readonly Effect[] }
