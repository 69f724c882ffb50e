import { z } from 'zod'
import { grades } from './action.ts'
import type { Condition } from './condition.ts'
import { AXIS_IDS } from './question.ts'
import { replayFields } from './replay-fields.ts'
import { quizField } from './quiz-fields.ts'
import { type Language, languages } from '../../core/language.ts'
import { type Text, typeset } from './text.ts'

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is made of small letters, figures and hyphens')
const trainingId = z.string().regex(/^[FSMP]\d\d$/, 'a training is a letter F, S, M or P and two figures')
const day = z.iso.date('a day is written as 2026-11-16')
const colour = z
  .string()
  .regex(/^oklch\(\d+(\.\d+)?% \d*\.?\d+ \d+(\.\d+)?\)$/, 'a colour is written as oklch(36% 0.07 160)')
const minutes = z.int().min(0)
const euros = z.number().min(0)
const axis = z.literal(AXIS_IDS)

const conditionForms = 'is, anyOf, atLeast, below, all, any or not'

const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      is: z.tuple([id, id]).exactOptional(),
      anyOf: z.tuple([id, z.array(id).min(1)]).exactOptional(),
      atLeast: z.tuple([id, z.number().min(0).max(1)]).exactOptional(),
      below: z.tuple([id, z.number().min(0).max(1)]).exactOptional(),
      all: z.array(condition).min(1).exactOptional(),
      any: z.array(condition).min(1).exactOptional(),
      not: condition.exactOptional(),
    })
    .refine((value) => Object.keys(value).length === 1, `a condition is exactly one of ${conditionForms}`)
    .transform((value) => value as Condition),
)

/** `programme.yaml`: who runs the programme, what it aims at, how it looks. */
export const settingsFile = z.strictObject({
  name: z.string().min(1),
  slug: id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written as 1.0.0'),
  organisation: z.string().min(1),
  languages: z
    .array(z.literal(languages))
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'a language is named once'),
  endsOn: day.exactOptional(),
  goal: z.strictObject({ businesses: z.int().min(1), weeks: z.int().min(1), startsOn: day }),
  brand: z.strictObject({ deep: colour, bright: colour, light: colour }),
  contact: z.strictObject({
    email: z.email(),
    privacyEmail: z.email(),
    phone: z.string().exactOptional(),
    address: z.string().exactOptional(),
  }),
})

/** `sources.yaml`: where figures and grades of evidence come from. */
export const sourcesFile = z.strictObject({
  sources: z.array(z.strictObject({ key: id, title: z.string().min(1), url: z.url() })),
})

/** Words in every declared language, and in no other; a plain string will do where there is one language. */
function textIn(languages: readonly Language[]) {
  const [first, ...others] = languages
  const entry = z.string().trim().min(1)
  const map = z.strictObject(Object.fromEntries(languages.map((language) => [language, entry])))
  const spoken = z.preprocess(
    (value) => (typeof value === 'string' && first && others.length === 0 ? { [first]: value } : value),
    map,
  )
  return spoken.transform((words): Text => {
    const say = (language: Language) => {
      const from = languages.includes(language) ? language : (first ?? language)
      return typeset(String(words[from]), from)
    }
    return { fr: say('fr'), en: say('en') }
  })
}

type TextSchema = ReturnType<typeof textIn>

function questionFiles(text: TextSchema) {
  const asked = { id, title: text, help: text.exactOptional(), phone: text, seconds: z.int().min(1) }
  const shown = { visibleWhen: condition.exactOptional() }
  const profileOption = {
    value: z.number().min(0).exactOptional(),
    register: z.array(z.string()).exactOptional(),
  }
  const level = z.literal([0, 0.5, 1, 'na', 'unknown'])
  return {
    profile: z.strictObject({
      ...asked,
      ...shown,
      prefill: z.literal(['trade', 'headcount']).exactOptional(),
      options: z.array(z.strictObject({ id, label: text, ...profileOption })).min(2),
    }),
    item: z.strictObject({
      ...asked,
      ...shown,
      axis,
      weight: z.number().min(0),
      inferredWhen: z
        .array(z.strictObject({ option: id, when: condition }))
        .min(1)
        .exactOptional(),
      options: z.array(z.strictObject({ id, label: text, level })).min(3),
    }),
    questionnaire: z.strictObject({
      axes: z.array(z.strictObject({ id: axis, title: text, asks: text })),
      profile: z.array(id),
      items: z.array(id),
    }),
  }
}

function actionFile(text: TextSchema) {
  return z.strictObject({
    id,
    axis,
    title: text,
    when: condition,
    prerequisite: condition.exactOptional(),
    unless: condition.exactOptional(),
    gain: z.array(z.strictObject({ question: id, option: id })),
    setupMinutes: minutes,
    weeklyMinutes: minutes,
    eurosOnce: euros,
    eurosPerMonth: euros,
    evidence: z.strictObject({
      grade: z.literal(grades),
      sentence: text,
      source: id.nullable(),
    }),
    firstStep: text,
    freeWay: text,
    proof: text,
    verify: text.exactOptional(),
    bestBefore: day.exactOptional(),
    trainings: z.array(trainingId),
    goals: z.array(id),
  })
}

function trainingFile(languages: readonly Language[], text: TextSchema) {
  return z.strictObject({
    id: trainingId,
    slug: id,
    axis,
    title: text,
    outcome: text,
    audience: text,
    prepMinutes: minutes,
    minutes: minutes.min(1),
    prerequisites: z.array(trainingId),
    needs: text.exactOptional(),
    doneWhen: text,
    cost: text,
    freeWay: text,
    accessibility: text,
    items: z.array(id),
    verify: text.exactOptional(),
    bestBefore: day.exactOptional(),
    trainer: z.strictObject({ name: z.string(), employer: z.string() }).exactOptional(),
    replay: replayFields(languages, text).exactOptional(),
    sponsor: text,
    quiz: quizField(text).exactOptional(),
  })
}

function partnersFile(text: TextSchema) {
  return z.strictObject({
    partners: z.array(
      z.strictObject({
        id,
        name: z.string().min(1),
        role: text,
        interest: text,
        funds: z.boolean(),
        source: z.url().exactOptional(),
      }),
    ),
  })
}

function crosswalkFile(text: TextSchema) {
  const row = { row: z.string().regex(/^Q\d+(\.\d+)?$/, 'a row is written as Q3.2'), title: text }
  const fit = z.literal(['close', 'loose'])
  const point = z.strictObject({
    point: z.int().min(1).max(12),
    title: text,
    question: id,
    fit,
    sure: z.array(id).min(1),
    possible: z.array(id),
    requires: condition.exactOptional(),
  })
  return z.strictObject({
    dii: z.strictObject({ version: z.string(), note: text, points: z.array(point) }),
    dma: z.strictObject({
      note: text,
      covered: z.array(z.strictObject({ ...row, fit, questions: z.array(id).min(1) })),
      notCovered: z.array(z.strictObject(row)),
    }),
  })
}

/** `renames.yaml`, which only a programme that renamed something has. */
export const renamesFile = z.strictObject({
  questions: z.array(z.strictObject({ from: id, to: id })).default([]),
  options: z.array(z.strictObject({ question: id, from: id, to: id })).default([]),
  retired: z
    .array(z.strictObject({ question: id, option: id.exactOptional(), why: z.string().min(1) }))
    .default([]),
})

function benchmarksFile(text: TextSchema) {
  return z.strictObject({
    populations: z.array(z.strictObject({ id, who: text })),
    figures: z.array(
      z.strictObject({
        id,
        item: id,
        year: z.int('a year is written as 2025').min(2000).max(2100),
        population: id,
        size: id.exactOptional(),
        share: z.number().min(0).max(100),
        says: text,
        source: id,
        isSecondHand: z.boolean().default(false),
      }),
    ),
  })
}

/** The schema of each kind of file, for a programme written in these languages. Unknown keys are refused. */
export function programmeFiles(languages: readonly Language[]) {
  const text = textIn(languages)
  return {
    ...questionFiles(text),
    action: actionFile(text),
    training: trainingFile(languages, text),
    partners: partnersFile(text),
    crosswalk: crosswalkFile(text),
    benchmarks: benchmarksFile(text),
  }
}
