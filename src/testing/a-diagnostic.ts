/** Runs of the questionnaire for tests, made by the true verbs. */
import { transaction, type Db } from '../core/db.ts'
import { saveAnswer } from '../features/diagnostics/save-answer.ts'
import { startDiagnostic } from '../features/diagnostics/start-diagnostic.ts'
import { openReleases } from '../features/diagnostics/store.ts'
import { makePlan } from '../features/plans/make-plan.ts'
import type { Programme } from '../features/programmes/programme.ts'

export type DiagnosticWish = {
  programme: Programme
  businessId?: string | null
  personId?: string | null
  /** Question to option; in this order. */
  answers?: Readonly<Record<string, string>>
  /** With its result and plan. */
  isFinished?: boolean
  now?: Date
}

/** Answers to the true programme that lead to a plan. */
export const someAnswers = {
  minutes: 'minutes-120',
  euros: 'euros-100',
  goal: 'be-found',
  'map-listing': 'no',
  website: 'no',
  reviews: 'no',
}

export type TestDiagnostic = { id: string; token: string }

/** A run with these answers; the release of its programme must be kept already (`keepRelease`). */
export async function aDiagnostic(db: Db, wish: DiagnosticWish): Promise<TestDiagnostic> {
  const { programme, businessId = null, personId = null, now = new Date('2026-11-23T09:00:00Z') } = wish
  const releases = openReleases(programme)
  return transaction(db, async (tx) => {
    const started = await startDiagnostic(tx, now, { programme, businessId, personId, language: 'fr' })
    if (started.kind !== 'started') throw new Error(`the diagnostic did not start: ${started.kind}`)
    const { token } = started
    for (const [question, option] of Object.entries(wish.answers ?? {})) {
      const saved = await saveAnswer(tx, now, { releases, token, question, option, channel: 'web' })
      if (saved.kind !== 'saved') throw new Error(`${question}: ${option} was not saved: ${saved.kind}`)
    }
    if (wish.isFinished) await makePlan(tx, now, { releases, token })
    return { id: started.diagnosticId, token }
  })
}
