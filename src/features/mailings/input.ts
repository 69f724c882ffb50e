import { z } from 'zod'
import { languages } from '../../core/language.ts'
import { emailField } from '../accounts/email-field.ts'
import { findDepartment } from '../businesses/geography.ts'
import { audienceKinds, topics, type AskedAudience, type MailingTexts } from './mailing.ts'
import { unknownFields } from './merge.ts'

const oneLine = (longest: number, field: string) =>
  z
    .string()
    .default('')
    .transform((words) => words.trim())
    .pipe(
      z
        .string()
        .max(longest, `${field}.long`)
        // A subject with a line break would write headers of its own.
        .regex(/^\P{Cc}*$/u, `${field}.lines`)
        .refine((words) => unknownFields(words).length === 0, 'field.unknown'),
    )

const paragraphs = z
  .string()
  .default('')
  .transform((words) => words.trim())
  .pipe(
    z
      .string()
      .max(20_000, 'body.long')
      .refine((words) => unknownFields(words).length === 0, 'field.unknown'),
  )

/** The text in French always; in English wholly or not at all. */
export const draftForm = z
  .object({
    topic: z.enum(topics, 'topic.missing'),
    audience: z.enum(audienceKinds, 'audience.missing'),
    department: z.string().trim().toUpperCase().default(''),
    segment: z.uuid().catch('').default(''),
    subject: oneLine(150, 'subject').pipe(z.string().min(1, 'subject.missing')),
    preheader: oneLine(150, 'preheader'),
    body: paragraphs.pipe(z.string().min(1, 'body.missing')),
    'subject-en': oneLine(150, 'subject'),
    'preheader-en': oneLine(150, 'preheader'),
    'body-en': paragraphs,
  })
  .refine(({ audience, department }) => audience !== 'department' || findDepartment(department) !== null, {
    path: ['department'],
    error: 'department.unknown',
  })
  .refine(({ audience, segment }) => audience !== 'segment' || segment !== '', {
    path: ['segment'],
    error: 'segment.unknown',
  })
  .refine((form) => (form['subject-en'] === '') === (form['body-en'] === ''), {
    path: ['subject-en'],
    error: 'english.half',
  })
  .transform((form) => ({ topic: form.topic, audience: audienceOf(form), texts: textsOf(form) }))

type Asked = { audience: (typeof audienceKinds)[number]; department: string; segment: string }

function audienceOf({ audience: kind, department: code, segment: id }: Asked): AskedAudience {
  if (kind === 'department') return { kind, code }
  return kind === 'segment' ? { kind, id } : { kind }
}

type Words = Record<'subject' | 'preheader' | 'body' | 'subject-en' | 'preheader-en' | 'body-en', string>

function textsOf(form: Words): MailingTexts {
  const { subject, preheader, body } = form
  const en = { subject: form['subject-en'], preheader: form['preheader-en'], body: form['body-en'] }
  return { fr: { subject, preheader, body }, en: en.subject === '' ? null : en }
}

/** `act`: look only, set aside, or take that back. */
export const addressForm = z.object({
  email: emailField,
  act: z.enum(['see', 'aside', 'back']).catch('see').default('see'),
})

export const mailingParams = z.object({ id: z.uuid() })
export const frameParams = z.object({ id: z.uuid(), language: z.enum(languages) })
export const testForm = z.object({ language: z.enum(languages).catch('fr').default('fr') })

/** `vu`: the text as it was when this page was shown. */
export const sendForm = z.object({
  vu: z.coerce.number().int().min(0).max(8_640_000_000_000_000),
  le: z
    .string()
    .default('')
    .transform((day) => day || null)
    .pipe(z.iso.date('day.invalid').nullable()),
  heure: z
    .string()
    .default('')
    .transform((time) => time || '09:00')
    .pipe(z.string().regex(/^([01]?\d|2[0-3])[:hH]([0-5]\d)?$/, 'time.invalid')),
})

export const doneQuery = z.object({
  fait: z
    .enum(['garde', 'essai', 'parti', 'pause', 'resume', 'stop', 'rien', 'change'])
    .nullable()
    .catch(null)
    .default(null),
})

export const leaveParams = z.object({ token: z.uuid() })
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'oui')
/** Which kinds one still wants; nothing ticked is nothing wanted. */
export const choiceForm = z.object({ trainings: ticked, news: ticked })
