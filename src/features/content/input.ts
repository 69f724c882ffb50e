import { z } from 'zod'
import { languages, type Language } from '../../core/language.ts'
import { AXIS_IDS } from '../programmes/question.ts'
import { typeset } from '../programmes/text.ts'

const id = z.string().min(1)
const answers = z.record(id, id)

/** `personas.yaml`: invented shops, with a name in every language of the programme. */
export function personasFile(spoken: readonly Language[]) {
  const name = z.strictObject(Object.fromEntries(spoken.map((language) => [language, z.string().min(1)])))
  const [first = 'fr'] = spoken
  const text = name.transform((words) => {
    const say = (language: Language) => typeset(words[language] ?? words[first] ?? '', language)
    return { fr: say('fr'), en: say('en') }
  })
  return z.strictObject({
    personas: z.array(
      z.strictObject({
        id,
        name: text,
        everywhere: z.literal(['best', 'worst', 'unknown', 'not-applicable']).exactOptional(),
        answers: answers.default({}),
      }),
    ),
  })
}

const range = z.tuple([z.number(), z.number()])

/** `personas.results.yaml`, which only `--accept` writes. */
export const resultsFile = z.strictObject({
  results: z.array(
    z.strictObject({
      persona: id,
      seconds: z.number(),
      questions: z.number(),
      axes: z.partialRecord(z.literal(AXIS_IDS), range.nullable()),
      dii: range,
      actions: z.array(z.strictObject({ action: id, kind: z.literal(['do', 'find-out']) })),
      minutes: z.number(),
      euros: z.number(),
    }),
  ),
})

/** `wording.yaml`: how plain the words have to be, language by language. */
export const wordingFile = z.partialRecord(
  z.literal(languages),
  z.strictObject({
    mostWords: z.int().min(1),
    plainWords: z.array(
      z.strictObject({
        word: z.string().min(1),
        write: z.string().min(1),
        exceptIn: z.array(z.string()).exactOptional(),
      }),
    ),
  }),
)

/** `ids/<version>.yaml`, which only `--accept` writes. */
export const idsFile = z.strictObject({ version: id, questions: z.record(id, z.array(id)) })
