/** A rule: which businesses are meant, in a few fixed fields. Readable, kept as it is, and never SQL. */
import { z } from 'zod'
import { sectorShape } from '../businesses/sector.ts'
import { placeKinds } from './place.ts'
import { steps } from './step.ts'
import { tagShape } from './tag.ts'

/** Insee's bands of employees, in groups that people think in. `none`: no employee. */
export const sizes = {
  none: ['00'],
  'up-to-9': ['01', '02', '03'],
  'up-to-49': ['11', '12'],
  more: ['21', '22', '31', '32', '41', '42', '51', '52', '53'],
} as const
export const sizeNames = Object.keys(sizes) as Size[]
export type Size = keyof typeof sizes

/** `open`: may be contacted; `refused`: asked to be left alone. */
export const contacts = ['open', 'refused'] as const
export type Contact = (typeof contacts)[number]

/** The version is raised when a field changes its meaning; older rules are then read by a schema of their own. */
export const ruleSchema = z.strictObject({
  version: z.literal(1),
  /** Of name, sign, street and commune, or a SIRET or SIREN; empty for any. */
  words: z.string().max(100),
  place: z.strictObject({ kind: z.enum(placeKinds), code: z.string().regex(/^[0-9A-Z]{1,9}$/) }).nullable(),
  sector: z.string().regex(sectorShape).nullable(),
  size: z.enum(Object.keys(sizes) as [Size, ...Size[]]).nullable(),
  step: z.enum(steps).nullable(),
  contact: z.enum(contacts).nullable(),
  tag: z.string().regex(tagShape).nullable(),
})

export type Rule = z.infer<typeof ruleSchema>
export type RuleField = Exclude<keyof Rule, 'version'>

/** Everybody. */
export const anyBusiness: Rule = {
  version: 1,
  words: '',
  place: null,
  sector: null,
  size: null,
  step: null,
  contact: null,
  tag: null,
}

/** The fields that say something, in the order in which they are read aloud. */
export function fieldsSaid(rule: Rule): RuleField[] {
  const order: RuleField[] = ['sector', 'place', 'size', 'step', 'contact', 'tag', 'words']
  return order.filter((field) => rule[field] !== null && rule[field] !== '')
}

/** The kept JSON as a rule; null when no version of ours can read it. */
export function readRule(kept: unknown): Rule | null {
  return ruleSchema.safeParse(kept).data ?? null
}

/** The group of a band of Insee; null when it is unknown. */
export function sizeOf(band: string | null): Size | null {
  return sizeNames.find((name) => (sizes[name] as readonly string[]).includes(band ?? '')) ?? null
}
