import type { Tx } from '../../core/db.ts'
import type { Pace, Subject, Usefulness } from './feedback.ts'
import { addToFeedback, keepUsefulness } from './store.ts'

export type FeedbackRequest = {
  subject: Subject
  /** What this tap says; what it leaves out stays as it was. */
  usefulness?: Usefulness | undefined
  pace?: Pace | undefined
  word?: string | undefined
}

export type FeedbackOutcome =
  | { kind: 'kept' }
  /** The second question came first, or nothing was tapped: the first one is asked. */
  | { kind: 'first-tap-missing' }

/** Keeps a tap. One row for each person and session: tapped again, it changes. */
export async function giveFeedback(tx: Tx, now: Date, request: FeedbackRequest): Promise<FeedbackOutcome> {
  const { subject, usefulness, pace, word } = request
  if (usefulness !== undefined) await keepUsefulness(tx, now, subject, usefulness)
  if (pace === undefined && word === undefined)
    return { kind: usefulness === undefined ? 'first-tap-missing' : 'kept' }
  const more = { ...(pace !== undefined && { pace }), ...(word !== undefined && { word }) }
  const isKept = await addToFeedback(tx, now, subject, more)
  return { kind: isKept ? 'kept' : 'first-tap-missing' }
}
