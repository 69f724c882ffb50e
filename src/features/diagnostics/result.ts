import type { Question } from '../programmes/question.ts'
import type { Answers, Option, OptionId, QuestionId } from '../programmes/option.ts'
import type { Programme } from '../programmes/programme.ts'
import { standingAnswers, walkThrough, withSources, type GivenAnswers } from './diagnostic.ts'
import { countDii, readDma, type DiiCount, type DmaLite } from './dii.ts'
import { scoreAxis, type AxisScore } from './score.ts'

/** Raised when the rules of this feature's scoring change, so that old results can be told from new ones. */
export const engine = '2'

/** What a run came to, at one moment; kept as it is for ever, with the answers it was read from. */
export type Result = {
  release: string
  engine: string
  /** The answers that counted, by question. */
  answers: GivenAnswers
  /** In the order of the programme's axes. */
  axes: readonly AxisScore[]
  dii: DiiCount
  dma: DmaLite
}

/** Reads a run: pure, and the same answers under the same release always give an equal result. */
export function makeResult(programme: Programme, given: GivenAnswers): Result {
  const walk = walkThrough(programme, given)
  const { visible: questions, answers } = walk
  const standing = withSources(walk, given)
  const inferred = walk.inferred.size === 0 ? nothing : inferredIn({ answers: standing })
  return {
    release: programme.hash,
    engine,
    answers: standing,
    ...readAnswers(programme, { questions, answers, inferred }),
  }
}

/** Answers that nobody said, others settle them: question → option. */
export type Inferred = ReadonlyMap<QuestionId, OptionId>

const nothing: Inferred = new Map()

type Reading = { questions: readonly Question[]; answers: Answers; inferred: Inferred }

/**
 * What answers to these questions come to: the one reckoning, behind results and what-ifs alike. What is
 * inferred counts for the shop's own axes; before the official measures only what was said is an answer.
 */
export function readAnswers(
  programme: Programme,
  { questions, answers, inferred }: Reading,
): Pick<Result, 'axes' | 'dii' | 'dma'> {
  const isSaid = ([question, { id }]: [QuestionId, Option]) => inferred.get(question) !== id
  const said = inferred.size === 0 ? answers : new Map([...answers].filter(isSaid))
  return {
    axes: programme.axes.map(({ id }) => scoreAxis(id, questions, answers)),
    dii: countDii(programme.crosswalk, said),
    dma: readDma(programme.crosswalk, said),
  }
}

/** The answers of a result that nobody said. */
export function inferredIn({ answers }: Pick<Result, 'answers'>): Inferred {
  const inferred = Object.entries(answers).filter(([, { source }]) => source === 'inferred')
  return new Map(inferred.map(([question, { option }]) => [question, option]))
}

/** Have answers been changed since, so that the result would read otherwise? */
export function isStale(programme: Programme, result: Result, given: GivenAnswers): boolean {
  const now = standingAnswers(programme, given)
  const before = Object.entries(result.answers)
  return (
    before.length !== now.size || before.some(([question, { option }]) => now.get(question)?.id !== option)
  )
}
