/** The questionnaire on paper: one number a question, one letter an answer, the mark of its release on each sheet. */
import type { Language } from '../../core/language.ts'
import type { Condition } from '../programmes/condition.ts'
import type { Option, OptionId, QuestionId } from '../programmes/option.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { DONT_KNOW, type Question } from '../programmes/question.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** What stands for "I don't know", whatever its place among the answers. */
const dontKnowSign = '?'

export type PaperOption = { sign: string; option: Option }
export type PaperQuestion = {
  /** From 1, profile included: the same numbers as online. */
  number: number
  question: Question
  options: readonly PaperOption[]
  /** The ticks after which it makes no sense, as `16a`; empty when it always does, or when no tick alone decides. */
  skippedBy: readonly string[]
}

/** Every question in asking order, with the signs that stand for its answers. */
export function paperQuestions(programme: Programme): readonly PaperQuestion[] {
  const numbered = everyQuestion(programme).map((question, index) => ({
    number: index + 1,
    question,
    options: signed(question),
  }))
  const codes = new Map(
    numbered.flatMap(({ number, question, options }) =>
      options.map(({ sign, option }) => [`${question.id} ${option.id}`, `${number}${sign}`]),
    ),
  )
  return numbered.map((one) => ({
    ...one,
    skippedBy: hidingTicks(one.question.visibleWhen).flatMap((tick) => codes.get(tick) ?? []),
  }))
}

function signed({ options }: Question): PaperOption[] {
  const lettered = options.filter(({ id }) => id !== DONT_KNOW)
  return options.map((option) => {
    const sign = option.id === DONT_KNOW ? dontKnowSign : (letters[lettered.indexOf(option)] ?? '')
    return { sign, option }
  })
}

/** The single answers that hide a question: those of "not this" and "not one of these". */
function hidingTicks(condition: Condition | undefined): string[] {
  if (!condition || !('not' in condition)) return []
  const { not } = condition
  if ('is' in not) return [not.is.join(' ')]
  return 'anyOf' in not ? not.anyOf[1].map((option) => `${not.anyOf[0]} ${option}`) : []
}

/** What the form of a typist calls the field of a question. */
export function paperField(id: QuestionId): string {
  return `q-${id}`
}

export type ReadPaper = {
  answers: Readonly<Record<QuestionId, OptionId>>
  /** Questions with a sign that none of their answers has. */
  wrong: readonly PaperQuestion[]
}

/**
 * Reads what was typed from paper: `b`, `B` and `7b` are the second answer of question 7, `?` is "I don't know"
 * (and so is the comma under it on French keyboards), nothing is no answer.
 */
export function readPaper(programme: Programme, typed: Readonly<Record<string, string>>): ReadPaper {
  const answers: Record<QuestionId, OptionId> = {}
  const wrong: PaperQuestion[] = []
  for (const one of paperQuestions(programme)) {
    const sign = readSign(one.number, typed[paperField(one.question.id)] ?? '')
    if (sign === '') continue
    const found = one.options.find((option) => option.sign === sign)
    if (found) answers[one.question.id] = found.option.id
    else wrong.push(one)
  }
  return { answers, wrong }
}

function readSign(number: number, typed: string): string {
  const sign = typed.trim().toLowerCase()
  const [, alone = sign] = new RegExp(`^${number}\\s*(\\S+)$`).exec(sign) ?? []
  return alone === ',' ? dontKnowSign : alone
}

const markLength = 8

/** What tells the release of a sheet of paper: the beginning of its hash, in capitals. */
export function releaseMark({ hash }: Pick<Programme, 'hash'>): string {
  return hash.slice(0, markLength).toUpperCase()
}

/** The mark as people type it: spaces, dashes and small letters do not matter, o is 0 and l is 1. Null: it is none. */
export function readMark(typed: string): string | null {
  const mark = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return /^[0-9a-f]{8}$/.test(mark) ? mark : null
}

/** Lines that the head of the first sheet takes from its two columns. */
const headLines = 30

/** Cuts the questions in two sheets of about the same length, in their order. */
export function splitSheets(
  questions: readonly PaperQuestion[],
  language: Language,
): readonly [PaperQuestion[], PaperQuestion[]] {
  const lines = questions.map((one) => linesOf(one, language))
  const total = lines.reduce((sum, count) => sum + count, headLines)
  let filled = headLines
  let cut = 0
  while (cut < lines.length && filled + (lines[cut] ?? 0) / 2 <= total / 2) filled += lines[cut++] ?? 0
  return [questions.slice(0, cut), questions.slice(cut)]
}

const lettersPerLine = 50
/** Two answers no longer than this share a line. */
const lettersPerHalf = 20

function linesOf({ question, options, skippedBy }: PaperQuestion, language: Language): number {
  const wrapped = (words: string) => Math.ceil(words.length / lettersPerLine)
  const answers = options.map(({ option }) => option.label[language])
  const short = answers.filter((words) => words.length <= lettersPerHalf).length
  const long = answers.filter((words) => words.length > lettersPerHalf)
  const help = wrapped(question.help?.[language] ?? '') + Math.min(1, skippedBy.length)
  const gap = 0.6
  return (
    wrapped(question.title[language]) + help + short / 2 + long.reduce((sum, one) => sum + wrapped(one), gap)
  )
}
