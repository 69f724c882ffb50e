import { type Content, hasContent, readContentText, reportLine, reportProblem } from '../../core/content.ts'
import { readCues } from './cue.ts'
import type { Filed, Parts } from './parts.ts'
import { isElsewhere, type Replay } from './replay.ts'
import type { Training } from './training.ts'

/** Reports files that replays name and that are not there, and captions or chapters that cannot be read. */
export async function checkReplays({ trainings }: Pick<Parts, 'trainings'>, content: Content): Promise<void> {
  for (const part of trainings) {
    const { replay } = part.value
    if (replay) await checkReplay(part, replay, content)
  }
}

async function checkReplay(part: Filed<Training>, replay: Replay, content: Content): Promise<void> {
  const { video, poster, seconds, captions, chapters } = replay
  if (!isElsewhere(replay)) await checkThere(part, ['video', video], content)
  if (poster !== undefined) await checkThere(part, ['poster', poster], content)
  for (const [kind, files] of [['captions', captions] as const, ['chapters', chapters] as const]) {
    for (const file of Object.values(files)) await checkCues(file, { kind, seconds }, content)
  }
}

async function checkThere({ file }: Filed<Training>, [key, name]: [string, string], content: Content) {
  if (await hasContent(content, name)) return
  reportProblem(content, file, ['replay', key], `there is no file "${name}"`)
}

type Expected = { kind: 'captions' | 'chapters'; seconds: number }

/** A file that is missing is reported by the reading itself. */
async function checkCues(file: string, { kind, seconds }: Expected, content: Content): Promise<void> {
  const text = await readContentText(content, file)
  if (text === null) return
  for (const { line, message } of readCues(text, kind, seconds).faults)
    reportLine(content, file, line, message)
}
