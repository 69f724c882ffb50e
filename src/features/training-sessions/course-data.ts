import type { Language } from '../../core/language.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import { prerequisitesOf } from '../trainings/catalogue.ts'
import { trainingUrl } from '../trainings/urls.ts'
import { hasSeat, seatsLeft, type TrainingSession } from './training-session.ts'
import { bookUrl } from './urls.ts'

export type CourseSubject = {
  programme: Programme
  training: Training
  sessions: readonly TrainingSession[]
  language: Language
  /** Of the site, without a slash at its end. */
  publicUrl: string
}

/** More dates than these tell a search engine nothing new. */
const mostDates = 12

/** The training and its dates in the words of schema.org: what the page says, and no room's address. */
export function courseDataOf(subject: CourseSubject): object {
  const { programme, training, sessions, language, publicUrl } = subject
  const before = prerequisitesOf(programme, training).map(({ title }) => title[language])
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: training.title[language],
    description: training.outcome[language],
    url: publicUrl + trainingUrl(training.slug),
    provider: providerOf(subject),
    ...(training.accessibility && { accessibilitySummary: training.accessibility[language] }),
    audience: { '@type': 'Audience', audienceType: training.audience[language] },
    timeRequired: `PT${training.minutes}M`,
    isAccessibleForFree: true,
    offers: { ...free, category: 'Free' },
    ...(before.length > 0 && { coursePrerequisites: before }),
    ...(sessions.length > 0 && {
      hasCourseInstance: sessions.slice(0, mostDates).map((session) => dateOf(subject, session)),
    }),
  }
}

const free = { '@type': 'Offer', price: 0, priceCurrency: 'EUR' }

function providerOf({ programme, publicUrl }: CourseSubject): object {
  return { '@type': 'Organization', name: programme.organisation, url: publicUrl }
}

function dateOf(subject: CourseSubject, session: TrainingSession): object {
  const { training, language, publicUrl } = subject
  // A full one has no button on the page either.
  const url = publicUrl + (hasSeat(session) ? bookUrl(session.id) : trainingUrl(training.slug))
  return {
    '@type': ['CourseInstance', 'EducationEvent'],
    name: training.title[language],
    courseMode: 'Online',
    courseWorkload: `PT${training.minutes}M`,
    startDate: session.startsAt.toISOString(),
    endDate: session.endsAt.toISOString(),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: providerOf(subject),
    instructor: { '@type': 'Person', name: session.trainer },
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: seatsLeft(session),
    offers: { ...free, url, availability: `https://schema.org/${hasSeat(session) ? 'InStock' : 'SoldOut'}` },
  }
}
