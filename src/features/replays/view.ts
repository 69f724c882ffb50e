/** What the page of a replay shows. */
import type { PageContext } from '../../ui/page-context.ts'
import type { Replay } from '../programmes/replay.ts'
import type { Training } from '../programmes/training.ts'
import type { Script } from './script.ts'

/** Browsers have a menu of their own for it, two taps away, in a place that differs from one to the other. */
export const speeds = [0.75, 1, 1.25, 1.5] as const

export type ReplayView = {
  page: PageContext
  training: Training
  replay: Replay
  /** In the reader's language, or in the one there is. */
  script: Script
  /** The second at which it begins. */
  at: number
  /** It begins where this person left. */
  isResumed: boolean
  /** The server keeps what this person watches. */
  isRecognised: boolean
  watchedSeconds: number
  /** The token by which the person is recognised; null when signed in, or not at all. */
  reservation: string | null
}
