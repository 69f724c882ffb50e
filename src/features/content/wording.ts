import type { Language } from '../../core/language.ts'
import type { Parts } from '../programmes/parts.ts'
import type { Complained, Spot } from './finding.ts'

/** The measure of plain speech in one language, written by the authors of the programme. */
export type Wording = {
  /** In one sentence; a colon or a semicolon ends one, as a reader takes breath there. */
  mostWords: number
  /** Words of the trade of computers, each with what a shopkeeper says. */
  plainWords: readonly { word: string; write: string; exceptIn?: readonly string[] }[]
}
export type Wordings = Readonly<Partial<Record<Language, Wording>>>

type Spoken = Spot & { language: Language; words: string }

/** Sentences that are too long and words that nobody says at a counter, in each language. */
export function checkWording(parts: Parts, languages: readonly Language[], wordings: Wordings): Complained[] {
  const missing = languages.filter((language) => !wordings[language])
  const spoken = Object.values(parts)
    .flat()
    .flatMap(({ file, value }) => spokenIn({ file, path: [] }, value, languages))
  return [
    ...missing.map((language): Complained => {
      return { file: 'wording.yaml', path: [], complaint: { kind: 'no-wording', language } }
    }),
    ...languages.flatMap((language) => {
      const said = spoken.filter((one) => one.language === language)
      const wording = wordings[language]
      return wording ? plainSpeech(said, wording) : []
    }),
  ]
}

function plainSpeech(said: readonly Spoken[], { mostWords, plainWords }: Wording): Complained[] {
  const banned = plainWords.map((plain) => ({ ...plain, pattern: patternOf(plain.word) }))
  return said.flatMap((one) => [...longSentences(one, mostWords), ...jargon(one, banned)])
}

/** Everything said to people below this key. */
function spokenIn({ file, path }: Spot, value: unknown, languages: readonly Language[]): Spoken[] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value))
    return languages.map((language) => ({
      file,
      path: [...path, language],
      language,
      words: value[language],
    }))
  return Object.entries(value).flatMap(([key, part]) =>
    spokenIn({ file, path: [...path, key] }, part, languages),
  )
}

function isText(value: object): value is Record<Language, string> {
  return 'fr' in value && typeof value.fr === 'string'
}

/** The sentences of a text, without their spaces. */
export function sentencesOf(words: string): string[] {
  return words.split(/(?<=[.!?…:;])\s+/u).filter((sentence) => sentence !== '')
}

/** What a reader counts: a mark that stands alone, or a figure's unit, is no word. */
export function wordsOf(sentence: string): number {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length
}

function longSentences({ words, language, file, path }: Spoken, most: number): Complained[] {
  return sentencesOf(words)
    .filter((sentence) => wordsOf(sentence) > most)
    .map((sentence) => {
      const complaint = { kind: 'long-sentence', language, words: wordsOf(sentence), most, sentence } as const
      return { file, path, complaint }
    })
}

type Banned = Wording['plainWords'][number] & { pattern: RegExp }

function jargon({ words, language, file, path }: Spoken, banned: readonly Banned[]): Complained[] {
  const found = banned.filter(({ pattern, exceptIn }) => !exceptIn?.includes(file) && pattern.test(words))
  return found.map(({ word, write }) => {
    return { file, path, complaint: { kind: 'jargon', language, word, write } }
  })
}

/** The word by itself, in the plural too. */
function patternOf(word: string): RegExp {
  const letters = word
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/['\u2019]/g, String.raw`['\u2019]`)
  return new RegExp(String.raw`(?<![\p{L}\d])${letters}[sx]?(?![\p{L}\d])`, 'iu')
}
