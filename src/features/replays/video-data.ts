import type { Language } from '../../core/language.ts'
import { isElsewhere, type Replay } from '../programmes/replay.ts'
import type { Training } from '../programmes/training.ts'
import { replayFileUrl, replayUrl } from '../trainings/urls.ts'

export type VideoSubject = {
  training: Training
  replay: Replay
  language: Language
  /** Of the site, without a slash at its end. */
  publicUrl: string
}

/** The replay in the words of schema.org, for search engines. */
export function videoDataOf({ training, replay, language, publicUrl }: VideoSubject): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: training.title[language],
    description: training.outcome[language],
    uploadDate: replay.recordedOn,
    duration: `PT${replay.seconds}S`,
    url: publicUrl + replayUrl(training.slug),
    contentUrl: isElsewhere(replay) ? replay.video : publicUrl + replayFileUrl(replay.video),
    ...(replay.poster !== undefined && { thumbnailUrl: publicUrl + replayFileUrl(replay.poster) }),
    isAccessibleForFree: true,
  }
}
