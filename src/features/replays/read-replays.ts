/** Captions and chapters of every replay, read once when the server starts: the loader has checked them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { languages, type Language } from '../../core/language.ts'
import { readCues, type Cue } from '../programmes/cue.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Replay } from '../programmes/replay.ts'
import type { Script, Scripts } from './script.ts'
import { transcriptOf } from './transcript.ts'

/** @param folder the programme's own, from which it was loaded */
export async function readReplays(folder: string, { trainings }: Programme): Promise<Scripts> {
  const read = trainings.map(async ({ id, replay }) =>
    replay ? [[id, await readScripts(folder, replay)] as const] : [],
  )
  return new Map((await Promise.all(read)).flat())
}

async function readScripts(folder: string, replay: Replay): Promise<Partial<Record<Language, Script>>> {
  const scripts: Partial<Record<Language, Script>> = {}
  for (const language of languages) {
    const captions = await cuesOf(folder, replay, { kind: 'captions', language })
    const chapters = await cuesOf(folder, replay, { kind: 'chapters', language })
    if (captions.length > 0)
      scripts[language] = { language, chapters, paragraphs: transcriptOf(captions, chapters) }
  }
  return scripts
}

type Wanted = { kind: 'captions' | 'chapters'; language: Language }

async function cuesOf(folder: string, replay: Replay, { kind, language }: Wanted): Promise<readonly Cue[]> {
  const file = replay[kind][language]
  if (file === undefined) return []
  return readCues(await readFile(join(folder, file), 'utf8'), kind, replay.seconds).cues
}
