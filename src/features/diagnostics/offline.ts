import type { Language } from '../../core/language.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import type { Questionnaire } from '../programmes/programme.ts'
import type { GivenAnswers } from './diagnostic.ts'

/** An answer that waits in a browser for the network. `key` is its own: sent twice, it is kept once. */
export type WaitingAnswer = { key: string; question: QuestionId; option: OptionId }

/** All that a browser needs to go on asking without a network; its texts are in one language. */
export type Offline = {
  language: Language
  publicUrl: string
  programme: Questionnaire
  given: GivenAnswers
  /** Answers of the run taken up again, if any. */
  lastTime: GivenAnswers
}
