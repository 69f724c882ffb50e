import { languages, type Language } from '../../core/language.ts'
import type { Cue } from '../programmes/cue.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { Paragraph } from './transcript.ts'

/** What is said in a replay and when, in one language. */
export type Script = { language: Language; chapters: readonly Cue[]; paragraphs: readonly Paragraph[] }
export type Scripts = ReadonlyMap<TrainingId, Partial<Record<Language, Script>>>

/** In the reader's language, or in the one there is. @throws when the replay has no captions at all */
export function scriptIn(scripts: Scripts, id: TrainingId, language: Language): Script {
  const own = scripts.get(id) ?? {}
  const script = own[language] ?? languages.map((other) => own[other]).find(Boolean)
  if (!script) throw new Error(`the replay of ${id} has no captions`)
  return script
}
