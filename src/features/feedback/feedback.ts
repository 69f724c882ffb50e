/** What people think of a training: two taps, and a word if they like. */
import type { TrainingId } from '../programmes/training.ts'

export const usefulnesses = ['yes', 'so-so', 'no'] as const
export type Usefulness = (typeof usefulnesses)[number]
export const paces = ['slow', 'right', 'fast'] as const
export type Pace = (typeof paces)[number]

/** What a person speaks of: one session, or the training where no session is known (its replay). */
export type Subject = { personId: string; trainingId: TrainingId; trainingSessionId: string | null }

export type Feedback = {
  usefulness: Usefulness
  /** The second tap; null until it comes. */
  pace: Pace | null
  word: string
}

/** From so many answers on they are shown: below, who ran the session would know who said what. */
export const enoughAnswers = 5

export type Counts<K extends string> = Readonly<Record<K, number>>

/** What was said of one training, as far as a viewer may know. */
export type FeedbackSummary = {
  trainingId: TrainingId
  /** Null below `enoughAnswers`. */
  said: {
    answers: number
    usefulness: Counts<Usefulness>
    pace: Counts<Pace>
    /** In the order of the alphabet: who came when is not told. */
    words: readonly string[]
  } | null
}
