import type { Reader } from '../../core/db.ts'
import { forgottenIn, isSameResult } from './replay.ts'
import { eachKeptResult } from './replay-store.ts'
import { engine, makeResult } from './result.ts'
import type { Releases } from './store.ts'

export type ReplayOutcome = {
  /** Results that their answers, read again under their own release, give once more. */
  same: number
  /** Results that come out otherwise: never, or something was rewritten. The first ones by id. */
  different: number
  differentIds: readonly string[]
  /** Made by the rules of another engine: kept, not compared. */
  otherEngine: number
  /** Answers that the programme in use knows nothing of, each told once. */
  forgotten: readonly string[]
}

const mostIds = 20

/** Reads every kept result again from its answers. Writes nothing, and needs no more memory for more results. */
export async function replayResults(reader: Reader, releases: Releases): Promise<ReplayOutcome> {
  const count = { same: 0, different: 0, otherEngine: 0 }
  const differentIds: string[] = []
  const forgotten = new Set<string>()
  for await (const kept of eachKeptResult(reader)) {
    for (const answer of forgottenIn(releases.current, kept.given)) forgotten.add(answer)
    if (kept.engine !== engine) {
      count.otherEngine += 1
      continue
    }
    const made = makeResult(await releases.read(reader, kept.releaseId), kept.given)
    if (isSameResult(kept.result, made)) count.same += 1
    else {
      count.different += 1
      if (differentIds.length < mostIds) differentIds.push(kept.id)
    }
  }
  return { ...count, differentIds, forgotten: [...forgotten] }
}
