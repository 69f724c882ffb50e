import { everyAnswerTo } from '../programmes/answer-space.ts'
import { type Condition, questionsIn } from '../programmes/condition.ts'
import type { Answers, Option } from '../programmes/option.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { AXIS_IDS, type AxisId, type Question } from '../programmes/question.ts'
import { shownTo, standing, visibilityOf } from '../programmes/ways.ts'
import { scoreAxis, weigh, type AxisWeight } from '../diagnostics/score.ts'

export type Falling = { question: string; axis: AxisId }

/**
 * Items of which a better answer lowers a score. A better answer alone never does; one that makes another
 * question appear or disappear may. Computed: every way to answer the questions concerned is tried, against
 * every weight that the rest of the axis can have.
 */
export function fallingScores(programme: Programme): Falling[] {
  const questions = everyQuestion(programme)
  return programme.questions.flatMap((raised) => {
    const concerned = concernedBy(raised, questions)
    return concerned.length > 1 ? fallsOf(raised, concerned, questions) : []
  })
}

/** The question, those that its answer may show or hide, and what else decides on them. */
function concernedBy(raised: Question, questions: readonly Question[]): Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const ids = new Set([raised.id])
  for (const { id } of questions) {
    const seen = visibilityOf([id], byId).flatMap(questionsIn)
    if (seen.includes(raised.id)) for (const one of [id, ...seen]) ids.add(one)
  }
  return questions.filter(({ id }) => ids.has(id))
}

function fallsOf(raised: Question, concerned: readonly Question[], all: readonly Question[]): Falling[] {
  const looksAtAll: Condition[] = concerned.map(({ id }) => ({ is: [id, ''] }))
  const byId = new Map(concerned.map((question) => [question.id, question]))
  const space = everyAnswerTo(looksAtAll, byId) ?? []
  const axes = AXIS_IDS.filter((axis) => {
    const rest = all.filter((one) => one.axis === axis && !concerned.includes(one))
    const most = rest.reduce((sum, { weight }) => sum + weight, 0)
    return space.some((answers) =>
      betterOptions(raised, answers).some((option) => {
        const before = weightOf(axis, concerned, answers)
        const after = weightOf(axis, concerned, new Map(answers).set(raised.id, option))
        return falls(before, after, most)
      }),
    )
  })
  return axes.map((axis) => ({ question: raised.id, axis }))
}

function betterOptions({ id, options }: Question, answers: Answers): Option[] {
  const now = answers.get(id)?.level
  if (typeof now !== 'number') return []
  return options.filter(({ level }) => typeof level === 'number' && level > now)
}

function weightOf(axis: AxisId, questions: readonly Question[], answers: Answers): AxisWeight {
  return weigh(scoreAxis(axis, shownTo(questions, answers), standing(questions, answers)).points)
}

/**
 * Does a share fall, whatever the rest of the axis adds to both? The comparison is linear in what the rest
 * earned and could earn, so its corners decide.
 */
function falls(before: AxisWeight, after: AxisWeight, rest: number): boolean {
  const corners = [
    [0, 0],
    [0, rest],
    [rest, rest],
  ] as const
  const lowest = ({ earned }: AxisWeight) => earned
  const highest = ({ earned, unknown }: AxisWeight) => earned + unknown
  return corners.some(([earned, attainable]) =>
    [lowest, highest].some((end) => {
      const [one, other] = [before.attainable + attainable, after.attainable + attainable]
      if (one === 0 || other === 0) return false
      return (end(after) + earned) / other < (end(before) + earned) / one - 1e-9
    }),
  )
}
