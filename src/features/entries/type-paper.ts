import type { Tx } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { insertAnswers, type Releases } from '../diagnostics/store.ts'
import { makePlan } from '../plans/make-plan.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { startEntry, type StartEntryOutcome, type StartEntryRequest } from './start-entry.ts'

export type PaperRequest = Omit<StartEntryRequest, 'channel'> & {
  releases: Releases
  /** Read from the paper by `readPaper`, under the release it was printed from. */
  answers: Readonly<Record<QuestionId, OptionId>>
}

/** Keeps a whole paper form with its result and its plan: all of it or nothing, once however often it is sent. */
export async function typePaper(
  tx: Tx,
  now: Date,
  actor: Actor,
  { releases, answers, ...request }: PaperRequest,
): Promise<StartEntryOutcome> {
  const started = await startEntry(tx, now, actor, { ...request, channel: 'paper' })
  if (started.kind !== 'started') return started
  const { diagnosticId, token } = started
  const about = { diagnosticId, enteredBy: actor.personId, answeredAt: now }
  await insertAnswers(
    tx,
    Object.entries(answers).map(([questionId, optionId]) => {
      return { ...about, questionId, optionId, source: 'answered', channel: 'paper' } as const
    }),
  )
  await makePlan(tx, now, { releases, token })
  return started
}
