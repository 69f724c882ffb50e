import { z } from 'zod'
import type { Language } from '../../core/language.ts'

const file = (endings: string) =>
  z
    .string()
    .regex(
      new RegExp(`^replays/[\\w.-]+\\.(${endings})$`),
      `a file of this folder, as replays/F01.${endings.split('|')[0]}`,
    )

/** What `replay` says in the file of a training; every file of it lies in the folder `replays`. */
export function replayFields<T extends z.ZodType>(languages: readonly Language[], text: T) {
  const captions = file('vtt').exactOptional()
  const spoken = z.strictObject(Object.fromEntries(languages.map((language) => [language, captions])))
  return z.strictObject({
    video: z.union([file('mp4|webm'), z.url({ protocol: /^https$/ })], {
      error: 'a file of this folder, as replays/F01.mp4, or an https address',
    }),
    seconds: z.int().min(1).max(14_400),
    poster: file('jpg|png|webp').exactOptional(),
    captions: spoken.refine((files) => Object.keys(files).length > 0, 'captions in one language at least'),
    chapters: spoken.default({}),
    recordedOn: z.iso.date('a day is written as 2026-11-16'),
    note: text.exactOptional(),
  })
}
