import { questionsIn } from '../programmes/condition.ts'
import type { QuestionId } from '../programmes/option.ts'
import type { Questionnaire } from '../programmes/programme.ts'
import { AXIS_IDS, type Question } from '../programmes/question.ts'
import { ENOUGH_KNOWN } from './score.ts'

/** So many answers about the shop's tools make a first picture: the range is wide, the direction is there. */
export const FIRST_PICTURE = 8

const known = new WeakMap<Questionnaire, readonly Question[]>()

/**
 * The order in which questions are asked: those about the business, then the items that soonest give a picture,
 * then the others. Within each of the three, the order of the programme's authors holds, so that what belongs
 * together stays together. The same for every shop: paper and telephone can follow it too.
 */
export function askingOrder(programme: Questionnaire): readonly Question[] {
  const order = known.get(programme) ?? orderOf(programme)
  known.set(programme, order)
  return order
}

function orderOf({ profile, questions }: Questionnaire): readonly Question[] {
  const first = firstRound(profile, questions)
  return [
    ...profile,
    ...questions.filter(({ id }) => first.has(id)),
    ...questions.filter(({ id }) => !first.has(id)),
  ]
}

/**
 * The items of the first picture. An axis shows a figure once half of its points are known, so the axes that need
 * the fewest answers for it come first, each with its heaviest items; what is left goes to the next axis.
 */
function firstRound(profile: readonly Question[], questions: readonly Question[]): ReadonlySet<QuestionId> {
  const asked = new Set(profile.map(({ id }) => id))
  const first = new Set<QuestionId>()
  for (const items of axesByNeed(questions)) {
    for (const item of items) {
      const isReady = needs(item).every((id) => asked.has(id))
      if (!isReady || first.size === FIRST_PICTURE) continue
      first.add(item.id)
      asked.add(item.id)
    }
  }
  return first
}

/** Per axis the items that give it a figure, heaviest first; the axis that needs fewest comes first. */
function axesByNeed(questions: readonly Question[]): Question[][] {
  const axes = AXIS_IDS.map((id) => questions.filter(({ axis }) => axis === id))
  return axes.map(enough).toSorted((one, other) => one.length - other.length)
}

function enough(items: readonly Question[]): Question[] {
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  const chosen: Question[] = []
  let weight = 0
  for (const item of items.toSorted((one, other) => other.weight - one.weight)) {
    if (weight >= ENOUGH_KNOWN * total) break
    chosen.push(item)
    weight += item.weight
  }
  return chosen
}

/** The questions that must come before this one: its being asked at all hangs on them. */
function needs({ visibleWhen, inferredWhen = [] }: Question): QuestionId[] {
  return [...(visibleWhen ? [visibleWhen] : []), ...inferredWhen.map(({ when }) => when)].flatMap(questionsIn)
}
