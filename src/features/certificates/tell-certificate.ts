/** What pages, the paper and the mail say of a certificate. */
import type { Language } from '../../core/language.ts'
import { formatDate } from '../../ui/format.ts'
import { programmeZone } from '../programmes/programme.ts'
import type { Certificate } from './certificate.ts'
import { texts } from './texts.ts'

/** A day that has no hour: noon of Greenwich is on that day in the zone named. */
export function dayWords(day: string, language: Language): string {
  return formatDate(new Date(`${day}T12:00:00Z`), 'UTC', language)
}

export function followedWords({ followedOn, way }: Certificate, language: Language): string {
  return texts[language].certificate.followed[way](dayWords(followedOn, language))
}

export function issuedWords({ issuedAt, programme }: Certificate, language: Language): string {
  const day = formatDate(issuedAt, programmeZone, language)
  return texts[language].certificate.issued(programme.organisation, day)
}
