import { pluralIn } from '../../ui/plural.ts'
import type { IndicatorTexts } from './texts.fr.ts'

const plural = pluralIn('en')

export const en: IndicatorTexts = {
  unit: {
    business: (count) => plural(count, 'business', 'businesses'),
    diagnostic: (count) => plural(count, 'diagnostic', 'diagnostics'),
    person: (count) => plural(count, 'person', 'people'),
  },
  indicators: {
    register: {
      label: (count) => plural(count, 'business in the register', 'businesses in the register'),
      definition:
        'Establishments imported into the programme’s register, each once, by SIRET. Being in the register does not mean having been reached.',
    },
    diagnosed: {
      label: (count) => plural(count, 'business diagnosed', 'businesses diagnosed'),
      definition:
        'Businesses of the register with at least one finished diagnostic. One that takes three counts once. A diagnostic not finished, or without a single answer, does not count.',
    },
    planned: {
      label: (count) => plural(count, 'business with a plan', 'businesses with a plan'),
      definition:
        'Businesses of the register whose finished diagnostic gave a plan of at least one action. A plan proposed is not a plan followed.',
    },
    booked: {
      label: (count) => plural(count, 'business booked on a training', 'businesses booked on a training'),
      definition:
        'Businesses of the register with at least one booking that was not cancelled. Booked does not mean present.',
    },
    done: {
      label: (count) => plural(count, 'business with an action done', 'businesses with an action done'),
      definition:
        'Businesses of the register where somebody said that at least one action of the plan is done. Said does not mean verified.',
    },
    'diagnosed-unnamed': {
      label: (count) =>
        plural(count, 'diagnostic without a named business', 'diagnostics without a named business'),
      definition:
        'Diagnostics finished by people who did not say which business is theirs. Counted apart: they are not added to the businesses diagnosed.',
    },
    'people-booked': {
      label: (count) => plural(count, 'person booked on a training', 'people booked on a training'),
      definition:
        'People, by e-mail address, with at least one booking that was not cancelled. Two people of one business count twice here.',
    },
  },
}
