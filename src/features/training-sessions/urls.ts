import type { Language } from '../../core/language.ts'

/** Addresses of dated sessions. */
export const sessionUrls = {
  staff: '/equipe/sessions',
  season: '/equipe/sessions/saison',
  import: '/equipe/sessions/importer',
  importDates: '/equipe/sessions/importer/dates',
  formAnchor: 'programmer',
  staffSessionPattern: '/equipe/sessions/:id',
  calendar: '/formations/sessions.ics',
  atom: '/formations/sessions.atom',
  bookPattern: '/formations/sessions/:id/reserver',
} as const

/** French has the plain address: a feed's reader sends no language, so the address says it. */
export function feedUrl(feed: string, language: Language): string {
  return language === 'fr' ? feed : `${feed}?langue=${language}`
}

/** @param diagnostic the token of the diagnostic that led here, passed on to the booking. */
export function bookUrl(trainingSessionId: string, diagnostic: string | null = null): string {
  const address = `/formations/sessions/${trainingSessionId}/reserver`
  return diagnostic === null ? address : `${address}?diagnostic=${diagnostic}`
}

/** The form filled in as this session, a week later. */
export function duplicateUrl(trainingSessionId: string): string {
  return `${sessionUrls.staff}?comme=${trainingSessionId}#${sessionUrls.formAnchor}`
}

export function staffSessionUrl(trainingSessionId: string): string {
  return `${sessionUrls.staff}/${trainingSessionId}`
}

/** Who came to the session: noted, printed to sign, taken away as a table. */
export function attendanceUrl(trainingSessionId: string): string {
  return `${staffSessionUrl(trainingSessionId)}/presences`
}

/** The figures of all sessions. */
export const attendanceFiguresUrl = '/equipe/presences'
