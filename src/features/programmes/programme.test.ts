import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Action } from './action.ts'
import { evaluate } from './condition.ts'
import { loadProgramme } from './load-programme.ts'
import type { Answers, Level, Option } from './option.ts'
import { everyQuestion, findAction, findQuestion, findTraining, MOST_SECONDS } from './programme.ts'
import { AXIS_IDS, type Question } from './question.ts'
import { type Language, languages } from '../../core/language.ts'
import { type Text } from './text.ts'

const programme = await loadProgramme(join(import.meta.dirname, '../../../programmes/soutenons-nos-tpe-pme'))
const { actions, crosswalk, profile, questions, trainings } = programme

/** The option with this level, or the first one. */
function optionAt(question: Question, level: Level): Option {
  const [first] = question.options
  const found = question.options.find((option) => option.level === level) ?? first
  if (!found) throw new Error(`${question.id} has no option`)
  return found
}

/** Answers every item at one level; `but` puts some answers in place of others. */
function shop(level: Level, but: Record<string, string> = {}): Answers {
  const pick = (question: Question) =>
    question.options.find((option) => option.id === but[question.id]) ?? optionAt(question, level)
  return new Map(everyQuestion(programme).map((question) => [question.id, pick(question)]))
}

function isProposed(action: Action, answers: Answers): boolean {
  return (
    evaluate(action.when, answers).truth === true &&
    (!action.prerequisite || evaluate(action.prerequisite, answers).truth === true) &&
    (!action.unless || evaluate(action.unless, answers).truth !== true)
  )
}

const proposedTo = (answers: Answers) => actions.filter((action) => isProposed(action, answers))

const sectors = findQuestion(programme, 'sector')?.options ?? []
const compared = new Set(questions.filter(({ weight }) => weight === 0).map(({ id }) => id))

test('the programme holds 22 items, 7 profile questions, 25 trainings and actions for every axis', () => {
  expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1))
  expect(profile).toHaveLength(7)
  expect(trainings).toHaveLength(25)
  expect(actions.length).toBeGreaterThanOrEqual(22)
  for (const axis of AXIS_IDS) {
    expect(actions.filter((action) => action.axis === axis).length).toBeGreaterThanOrEqual(3)
  }
})

test('no shop needs more than five minutes, whatever it answers', () => {
  const seconds = everyQuestion(programme).reduce((sum, question) => sum + question.seconds, 0)
  expect(seconds).toBeLessThanOrEqual(MOST_SECONDS)
})

test('a shop that answers the best everywhere is told to do nothing', () => {
  expect(proposedTo(shop(1)).map(({ id }) => id)).toEqual([])
})

test('each action is proposed to some shop that lacks one thing only', () => {
  const reached = new Set<string>()
  for (const question of questions) {
    for (const option of question.options.filter(({ level }) => level !== 1)) {
      for (const sector of sectors) {
        for (const fear of ['time', 'not-for-me']) {
          const answers = shop(1, { [question.id]: option.id, sector: sector.id, fear })
          for (const action of proposedTo(answers)) reached.add(action.id)
        }
      }
    }
  }
  expect(actions.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
})

test.each(questions.filter(({ id }) => !compared.has(id)).map(({ id }) => id))(
  'not knowing about "%s", or having none of it, leads to an action',
  (id) => {
    const worst = questions.find((question) => question.id === id)?.options.find(({ level }) => level === 0)
    for (const option of ['dont-know', worst?.id ?? '']) {
      const found = sectors.filter(
        (sector) => proposedTo(shop(1, { [id]: option, sector: sector.id })).length > 0,
      )
      expect(found).toHaveLength(sectors.length)
    }
  },
)

test('not knowing one thing leads only to actions written for it, not to each that it leaves open', () => {
  for (const { id } of questions) {
    const answers = shop(1, { [id]: 'dont-know' })
    const open = actions.filter(
      ({ when, prerequisite }) =>
        evaluate(when, answers).truth === 'unknown' &&
        (!prerequisite || evaluate(prerequisite, answers).truth === true),
    )
    expect(open.map((action) => action.id)).toEqual([])
  }
})

test('"not applicable" never leads to an action by itself', () => {
  const open = questions.filter(({ options }) => options.some(({ level }) => level === 'na'))
  expect(open.map(({ id }) => id)).toContain('distance-order')
  for (const { id } of open) expect(proposedTo(shop(1, { [id]: 'not-applicable' }))).toEqual([])
})

test('a shop that knows nothing is told how to find out, one that has nothing where to begin', () => {
  const unsure = proposedTo(shop('unknown'))
  const bare = proposedTo(shop(0))
  for (const axis of AXIS_IDS) {
    expect(unsure.some((action) => action.axis === axis)).toBe(true)
    expect(bare.some((action) => action.axis === axis)).toBe(true)
  }
  expect(proposedTo(shop('na'))).toEqual([])
})

test('after doing what an action asks, the shop is not asked the same again', () => {
  for (const action of actions.filter(({ gain }) => gain.length > 0)) {
    const after = Object.fromEntries(action.gain.map(({ question, option }) => [question, option]))
    expect([action.id, isProposed(action, shop(0, after))]).toEqual([action.id, false])
  }
})

test('an owner with fifteen minutes a week and no money finds something on every axis', () => {
  for (const axis of AXIS_IDS) {
    const affordable = actions.filter(
      (action) =>
        action.axis === axis && action.weeklyMinutes <= 15 && action.eurosOnce + action.eurosPerMonth === 0,
    )
    expect(affordable.length).toBeGreaterThanOrEqual(2)
  }
})

test('every first goal is served by an action and every action serves one', () => {
  const goals = findQuestion(programme, 'goal')?.options.map(({ id }) => id) ?? []
  expect(goals.filter((goal) => !actions.some((action) => action.goals.includes(goal)))).toEqual([])
  expect(actions.filter((action) => action.goals.length === 0)).toEqual([])
})

test('each of the twelve European points is read from exactly one item', () => {
  expect(crosswalk.dii.points.map(({ point }) => point)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  for (const { point, question } of crosswalk.dii.points) {
    expect(questions.filter(({ dii }) => dii?.includes(point)).map(({ id }) => id)).toEqual([question])
  }
})

test('the European maturity rows are all accounted for, covered or not', () => {
  const { covered, notCovered } = crosswalk.dma
  const rows = (of: readonly { row: string }[], start: string) =>
    of.map(({ row }) => row).filter((row) => row.startsWith(start))
  expect(rows(covered, 'Q3.').sort()).toEqual(['Q3.1', 'Q3.10', 'Q3.2', 'Q3.3', 'Q3.4', 'Q3.5', 'Q3.6'])
  expect(rows(notCovered, 'Q3.')).toEqual(['Q3.7', 'Q3.8', 'Q3.9'])
  expect(rows(covered, 'Q8.')).toEqual(['Q8.2', 'Q8.5'])
  const named = new Set([...covered, ...notCovered].map(({ row }) => row.split('.')[0]))
  expect(named.size).toBe(11)
})

test('every training an action names is in the catalogue and says when it is done', () => {
  for (const id of actions.flatMap((action) => action.trainings)) {
    expect(findTraining(programme, id)?.doneWhen.fr.length ?? 0).toBeGreaterThan(20)
  }
})

test('every training but the one on legal pages asks items again, and each has a free way and a declared sponsor', () => {
  expect(trainings.filter(({ items }) => items.length === 0).map(({ id }) => id)).toEqual(['P25'])
  for (const training of trainings) {
    expect(training.minutes).toBe(30)
    expect(training.freeWay.fr).not.toBe('')
    expect(training.sponsor.fr).not.toBe('')
  }
})

test('every training says how to follow it without seeing well, hearing well or a mouse, in words of its own', () => {
  const ways = /écout|voix haute|écri|dit|lu|décri/
  for (const { id, accessibility } of trainings)
    expect([id, ways.test(accessibility?.fr ?? '')]).toEqual([id, true])
  expect(new Set(trainings.map(({ accessibility }) => accessibility?.fr)).size).toBe(trainings.length)
})

test('a training is found by its number and by its address', () => {
  expect(findTraining(programme, 'F01')).toBe(findTraining(programme, 'prendre-en-main-sa-fiche'))
  expect(findTraining(programme, 'Z99')).toBeNull()
  expect(findAction(programme, 'claim-map-listing')?.axis).toBe('found')
  expect(findAction(programme, 'buy-a-yacht')).toBeNull()
})

const titles = [...actions, ...trainings].map(({ title }) => title)
const products =
  /google|facebook|instagram|meta\b|apple|bing|amazon|shopify|prestashop|wordpress|wix|tiktok|whatsapp|chatgpt|paypal|stripe|sumup|doctolib|planity/i

test('no title of an action or a training names a product', () => {
  expect(titles.flatMap(({ fr, en }) => [fr, en]).filter((title) => products.test(title))).toEqual([])
})

test('every action begins with its verb', () => {
  expect(
    actions.map(({ title }) => title.fr).filter((title) => !/^\p{Lu}\p{Ll}+(er|ir|re)\s/u.test(title)),
  ).toEqual([])
})

test('legal dates and prices are marked as to be checked', () => {
  const marked = [...trainings, ...actions].flatMap(({ id, verify }) =>
    verify ? [{ id, words: verify.fr }] : [],
  )
  const ids = ['M20', 'P25', 'S13', 'choose-e-invoicing-route', 'own-domain-email']
  expect(marked.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  for (const { words } of marked) expect(words).toMatch(/à vérifier/)
  expect(findQuestion(programme, 'invoicing')?.help?.fr).toMatch(/à vérifier/)
})

test('every question can be printed on one form and read aloud on the phone', () => {
  for (const { id, title, options, phone } of everyQuestion(programme)) {
    for (const language of languages) {
      expect([id, title[language].length <= 90]).toEqual([id, true])
      expect([id, options.filter(({ label }) => label[language].length > 60)]).toEqual([id, []])
      expect([id, phone[language].endsWith('?') || phone[language].endsWith('.')]).toEqual([id, true])
      expect([id, phone[language].length > title[language].length]).toEqual([id, true])
    }
    expect(options.length).toBeLessThanOrEqual(12)
  }
})

/** Every word an owner may read, with the name of where it stands. */
const wordsForOwners: [string, Text][] = [
  ...everyQuestion(programme).flatMap((q) => [q, ...q.options].flatMap((part) => textsOf(q.id, part))),
  ...actions.flatMap((action) => [...textsOf(action.id, action), ...textsOf(action.id, action.evidence)]),
  ...trainings.flatMap((training) => textsOf(training.id, training)),
  ...trainings
    .flatMap(({ quiz = [] }) => quiz)
    .flatMap((question) => [question, ...question.options].flatMap((part) => textsOf(question.id, part))),
]

function textsOf(id: string, part: object): [string, Text][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, Text][] =>
    typeof value === 'object' && value !== null && 'fr' in value ? [[`${id}.${key}`, value as Text]] : [],
  )
}

/** These words standing alone: `\b` would split a French word at its accents. */
const words = (list: string) => new RegExp(`(?<!\\p{L})(${list})(?!\\p{L})`, 'iu')

const jargon: Record<Language, RegExp> = {
  fr: words(
    'SEO|SEA|CRM|ERP|KPI|ROI|cloud|back-office|leads?|workflow|landing|storytelling|newsletter|feedback|digital\\p{L}*|click and collect|e-reputation|2FA|RGPD|plug-?in|API|omnicanal\\p{L}*|community',
  ),
  en: words(
    'SEO|SEA|CRM|ERP|KPI|ROI|cloud|back-?office|lead generation|workflow|landing page|storytelling|feedback|click and collect|2FA|GDPR|plug-?in|API|omnichannel|leverage',
  ),
}
const tooFamiliar = words('tu|toi|ton|ta|tes')

test.each(languages)(
  'sentences are short and plain in %s, polite, without jargon or exclamation marks',
  (language) => {
    const long = wordsForOwners.filter(([, text]) => averageWords(text[language]) > 25)
    expect(long.map(([where]) => where)).toEqual([])
    expect(wordsForOwners.filter(([, text]) => jargon[language].test(text[language]))).toEqual([])
    expect(wordsForOwners.filter(([, text]) => text[language].includes('!'))).toEqual([])
    expect(wordsForOwners.filter(([, text]) => tooFamiliar.test(text.fr))).toEqual([])
  },
)

function averageWords(text: string): number {
  const sentences = text.split(/[.?!…]+(?:\s|$)/u).filter((sentence) => sentence.trim() !== '')
  return text.split(/\s+/u).length / Math.max(1, sentences.length)
}

test('both languages are there, and the English is not a copy of the French', () => {
  const long = wordsForOwners.filter(([, { fr }]) => fr.split(' ').length > 4)
  expect(long.length).toBeGreaterThan(300)
  expect(long.filter(([, { fr, en }]) => fr === en)).toEqual([])
})
