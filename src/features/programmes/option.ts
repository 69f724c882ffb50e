import type { Text } from './text.ts'

export type QuestionId = string
export type OptionId = string

/** How far an answer goes: nothing, part of the way, all the way, outside the count, or not known. */
export type Level = 0 | 0.5 | 1 | 'na' | 'unknown'

export type Option = {
  id: OptionId
  label: Text
  level: Level
  /** A quantity behind a profile answer: minutes per week, or euros per month. */
  value?: number
  /** Codes of the official register that suggest this answer, by their beginning ("47" covers "47.11F"). */
  register?: readonly string[]
}

/** What was answered, question by question; an absent question was not answered. */
export type Answers = ReadonlyMap<QuestionId, Option>
