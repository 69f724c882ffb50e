import { z } from 'zod'
import { languages } from '../../core/language.ts'
import { ownToken, type Typed } from '../../core/form.ts'
import { sessionZones } from './local-time.ts'
import { mostEvents } from './read-calendar.ts'
import { mostDates } from './season.ts'
import { roomField, whenFields } from './session-fields.ts'

const wholeNumber = (max: number, error: string) =>
  z
    .string({ error })
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .pipe(z.int().min(1, error).max(max, error))

/** What staff type to schedule a session; the local time is looked at by the verb. */
export const scheduleForm = z.object({
  training: z.string({ error: 'training.missing' }).min(1, 'training.missing'),
  ...whenFields,
  capacity: wholeNumber(1000, 'capacity.invalid'),
  trainer: z.uuid('trainer.missing'),
  room: roomField,
  /** The page itself, carried unseen: its second click schedules nothing more. */
  page: ownToken,
})

/** The same training on many dates. */
export const seasonForm = scheduleForm.omit({ occurrence: true }).extend({
  every: wholeNumber(8, 'every.invalid'),
  times: wholeNumber(mostDates, 'times.invalid'),
  step: z.enum(['edit', 'check', 'confirm']).catch('check'),
})

/** The dates that were ticked to be left out: a field each, named after its date. */
export function exceptOf(typed: Typed): string[] {
  return Object.keys(typed).flatMap((name) => /^sauf-(\d{4}-\d{2}-\d{2})$/.exec(name)?.[1] ?? [])
}

/** Events of a calendar file with the training each was given: fields are numbered. */
export const importForm = z.object({
  /** Of those that name none of their own. */
  room: roomField,
  capacity: wholeNumber(1000, 'capacity.invalid'),
  trainer: z.uuid('trainer.missing'),
  page: ownToken,
})

const importedEvent = z.object({
  training: z.string().min(1).max(10),
  title: z.string().max(200).catch(''),
  start: z.iso.datetime().transform((start) => new Date(start)),
  zone: z.enum(sessionZones),
  room: roomField.catch(null),
})

export type ImportedEvent = z.infer<typeof importedEvent>

/** The events of the form in their order; `training` is empty for those that are no session. */
export function importedEvents(typed: Typed): (Omit<ImportedEvent, 'training'> & { training: string })[] {
  return Array.from({ length: mostEvents }, (_, at) => at).flatMap((at) => {
    const field = (name: string) => typed[`${name}-${at}`] ?? ''
    const [training, title, start] = [field('training'), field('title'), field('start')]
    const event = { training: training || 'none', title, start, zone: field('zone'), room: field('room') }
    const read = importedEvent.safeParse(event)
    return read.success ? [{ ...read.data, training }] : []
  })
}

/** What to say was just scheduled, and which session to fill the form in by. */
export const scheduledQuery = z.object({
  session: z.uuid().nullable().catch(null).default(null),
  programmees: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .nullable()
    .catch(null)
    .default(null),
  comme: z.uuid().nullable().catch(null).default(null),
})

/** Of a feed's address; what is no language of ours is French. */
export const feedQuery = z.object({ langue: z.enum(languages).catch('fr').default('fr') })
