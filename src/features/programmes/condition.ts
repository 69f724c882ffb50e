import type { Answers, Option, OptionId, QuestionId } from './option.ts'

/** A closed tree over answers: no other test exists, so a programme's file can be checked completely. */
export type Condition =
  | { is: readonly [QuestionId, OptionId] }
  | { anyOf: readonly [QuestionId, readonly OptionId[]] }
  | { atLeast: readonly [QuestionId, number] }
  | { below: readonly [QuestionId, number] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

export type Truth = true | false | 'unknown'

/** An answer that decided: the question, and the option chosen. */
export type Reason = readonly [QuestionId, OptionId]

export type Verdict = { truth: Truth; because: readonly Reason[] }

/**
 * Decides a condition in three values: what is not answered, or answered "don't know", makes a test unknown,
 * never silently false. "Not applicable" makes `atLeast` and `below` false. Naming the "don't know" option
 * in `is` or `anyOf` is true when it was the answer. `because` lists the answers that made the outcome.
 */
export function evaluate(condition: Condition, answers: Answers): Verdict {
  return decider(condition)(answers)
}

type Decide = (answers: Answers) => Verdict

const deciders = new WeakMap<Condition, Decide>()

/** Which tests a condition is made of is found out once; shops by the million are then only answered. */
function decider(condition: Condition): Decide {
  const known = deciders.get(condition)
  if (known) return known
  const made = makeDecider(condition)
  const [question, ...others] = questionsIn(condition)
  const decide = question !== undefined && others.length === 0 ? remembered(question, made) : made
  deciders.set(condition, decide)
  return decide
}

/** What looks at one question has one verdict for each of its answers: it is found once, then looked up. */
function remembered(question: QuestionId, decide: Decide): Decide {
  const verdicts = new Map<Option | undefined, Verdict>()
  return (answers) => {
    const answer = answers.get(question)
    const known = verdicts.get(answer)
    if (known) return known
    const verdict = decide(answers)
    verdicts.set(answer, verdict)
    return verdict
  }
}

function makeDecider(condition: Condition): Decide {
  if ('is' in condition) return choice(condition.is[0], [condition.is[1]])
  if ('anyOf' in condition) return choice(condition.anyOf[0], condition.anyOf[1])
  if ('atLeast' in condition) return compare(condition.atLeast[0], (level) => level >= condition.atLeast[1])
  if ('below' in condition) return compare(condition.below[0], (level) => level < condition.below[1])
  if ('all' in condition) return combine(condition.all.map(decider), false)
  if ('any' in condition) return combine(condition.any.map(decider), true)
  const inner = decider(condition.not)
  return (answers) => {
    const { truth, because } = inner(answers)
    return { truth: truth === 'unknown' ? 'unknown' : !truth, because }
  }
}

/** The questions a condition looks at, each once. */
export function questionsIn(condition: Condition): QuestionId[] {
  return [...new Set(leaves(condition).map((leaf) => leaf.question))]
}

/** A test at the end of the tree: the options or the level it names, and its place from the top. */
export type Leaf = {
  question: QuestionId
  options: readonly OptionId[]
  level: number | null
  path: readonly (string | number)[]
}

/** Every test of a condition, in reading order. */
export function leaves(condition: Condition, path: Leaf['path'] = []): Leaf[] {
  if ('all' in condition) return condition.all.flatMap((part, i) => leaves(part, [...path, 'all', i]))
  if ('any' in condition) return condition.any.flatMap((part, i) => leaves(part, [...path, 'any', i]))
  if ('not' in condition) return leaves(condition.not, [...path, 'not'])
  if ('is' in condition) return [leaf(condition.is[0], [condition.is[1]], [...path, 'is'])]
  if ('anyOf' in condition) return [leaf(condition.anyOf[0], condition.anyOf[1], [...path, 'anyOf'])]
  if ('atLeast' in condition) return [leaf(condition.atLeast[0], condition.atLeast[1], [...path, 'atLeast'])]
  return [leaf(condition.below[0], condition.below[1], [...path, 'below'])]
}

function leaf(question: QuestionId, named: number | readonly OptionId[], path: Leaf['path']): Leaf {
  return typeof named === 'number'
    ? { question, options: [], level: named, path }
    : { question, options: named, level: null, path }
}

const unanswered: Verdict = { truth: 'unknown', because: [] }

/** A test of one answer: that answer is its reason. */
function test(question: QuestionId, truthOf: (answer: Option) => Truth): Decide {
  return (answers) => {
    const answer = answers.get(question)
    return answer ? { truth: truthOf(answer), because: [[question, answer.id]] } : unanswered
  }
}

function choice(question: QuestionId, wanted: readonly OptionId[]): Decide {
  return test(question, ({ id, level }) => wanted.includes(id) || (level === 'unknown' ? 'unknown' : false))
}

function compare(question: QuestionId, holds: (level: number) => boolean): Decide {
  return test(question, ({ level }) => {
    if (level === 'unknown') return 'unknown'
    return level === 'na' ? false : holds(level)
  })
}

/** `all` is decided by its first false part, `any` by its true ones: that truth is the `decisive` one. */
function combine(parts: readonly Decide[], decisive: boolean): Decide {
  const rank = (truth: Truth) => (truth === decisive ? 2 : truth === 'unknown' ? 1 : 0)
  return (answers) => {
    let truth: Truth = !decisive
    let made: Verdict[] = []
    for (const decide of parts) {
      const verdict = decide(answers)
      if (rank(verdict.truth) > rank(truth)) [truth, made] = [verdict.truth, []]
      if (verdict.truth === truth) made.push(verdict)
    }
    const [only] = made
    if (only && made.length === 1) return only
    return { truth, because: once(made.flatMap(({ because }) => because)) }
  }
}

function once(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    ([question, option], place) =>
      place === reasons.findIndex((other) => other[0] === question && other[1] === option),
  )
}
