import type { Language } from '../../core/language.ts'
import { formatDateTime } from '../../ui/format.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import type { TrainingSession } from './training-session.ts'
import { bookUrl } from './urls.ts'

/** What everybody may know of a session: no room, no seats. */
export type PublishedSession = Pick<
  TrainingSession,
  'id' | 'trainingId' | 'startsAt' | 'endsAt' | 'zone' | 'trainer' | 'cancelledAt'
> & {
  createdAt: Date
  /** When its facts last became others. */
  changedAt: Date
  /** SEQUENCE of its calendar entry: raised with every change of the facts. */
  sequence: number
}

export type SessionFeed = {
  programme: Programme
  language: Language
  /** Of the site, without a slash at its end. */
  publicUrl: string
  sessions: readonly PublishedSession[]
  changedAt: Date
}

/** A session in the words of a feed. */
export type FeedEntry = {
  session: PublishedSession
  training: Training
  title: string
  moment: string
  /** Where a seat is booked, or what is now possible instead. */
  url: string
}

/** Sessions of trainings that the programme still has. */
export function entriesOf({ programme, language, publicUrl, sessions }: SessionFeed): FeedEntry[] {
  return sessions.flatMap((session) => {
    const training = findTraining(programme, session.trainingId)
    if (!training) return []
    const moment = formatDateTime(session.startsAt, { zone: session.zone, language })
    const url = publicUrl + bookUrl(session.id)
    return [{ session, training, title: training.title[language], moment, url }]
  })
}
