/** Rules in words: pure, so that the same rule always says the same. */
import type { Language } from '../../core/language.ts'
import { findSector, formatSector } from '../businesses/sector.ts'
import { namePlace, type Place } from './place.ts'
import { fieldsSaid, type Rule, type RuleField } from './rule.ts'
import { texts } from './texts.ts'

/** `Les commerces du département Moselle (57), de 1 à 9 salariés`. */
export function sayRule(rule: Rule, language: Language): string {
  const words = texts[language].rule
  const parts = fieldsSaid(rule).map((field) => sayField(rule, field, language))
  return parts.length === 0 ? words.any : words.of(parts.join(', '))
}

function sayField(rule: Rule, field: RuleField, language: Language): string {
  const words = texts[language].rule
  const { place, sector, size, step, contact, tag } = rule
  if (field === 'place' && place) return sayPlace(place, language)
  if (field === 'sector' && sector !== null)
    return words.sector(findSector(sector)?.label ?? sector, formatSector(sector))
  if (field === 'size' && size) return words.sizes[size]
  if (field === 'step' && step) return words.steps[step]
  if (field === 'contact' && contact) return words.contacts[contact]
  return field === 'tag' && tag !== null ? words.tag(tag) : words.words(rule.words)
}

function sayPlace(place: Place, language: Language): string {
  const { kind, code, name, inside } = namePlace(place) ?? { ...place, name: place.code, inside: '' }
  return texts[language].rule.places[kind](name, code, inside)
}
