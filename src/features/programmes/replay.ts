import type { Language } from '../../core/language.ts'
import type { Text } from './text.ts'

/** A recording of a training, to see at any hour. File names are relative to the programme's folder. */
export type Replay = {
  /** A file of the folder, or an `https:` address. */
  video: string
  /** How long it lasts, in whole seconds. */
  seconds: number
  /** The picture before it plays: a file of the folder. */
  poster?: string
  /** At least one; its words are the transcript too. */
  captions: Partial<Record<Language, string>>
  chapters: Partial<Record<Language, string>>
  /** A day, as 2026-10-06. */
  recordedOn: string
  /** What one should know before watching: a synthetic voice, a price that has changed since. */
  note?: Text
}

/** Is the video at another site's address, so that its bytes do not come from us? */
export function isElsewhere({ video }: Pick<Replay, 'video'>): boolean {
  return video.startsWith('https:')
}

/** The files of the programme's folder that a replay is made of. */
export function filesOf(replay: Replay): string[] {
  const { video, poster, captions, chapters } = replay
  const own = isElsewhere(replay) ? [] : [video]
  const shown = poster === undefined ? [] : [poster]
  return [...own, ...shown, ...Object.values(captions), ...Object.values(chapters)]
}
