import type { Tx } from '../../core/db.ts'
import { findBookingByToken } from '../bookings/store.ts'
import type { Releases } from '../diagnostics/store.ts'
import { declareDone, takeBackDone } from '../plans/declare-done.ts'
import type { ActionId } from '../programmes/action.ts'
import { findHelpedPlan } from './find-helped-plan.ts'
import type { HelpedPlan, Practice, PracticeAnswer } from './practice.ts'
import { findPractice, keepPractice, lockBooking } from './practice-store.ts'

export type PracticeRequest = {
  releases: Releases
  /** Of the booking. */
  token: string
  said: PracticeAnswer
  /** The line of the plan that is done, if any. */
  action: ActionId | null
}

export type PracticeOutcome = { kind: 'kept' } | { kind: 'not-found' }

/**
 * Keeps what the holder says became of the training. "Done" closes the line of the plan it was for, by the same act
 * as on the plan's own page; taken back, it opens that line again, unless the plan knew of it before.
 */
export async function tellPractice(tx: Tx, now: Date, request: PracticeRequest): Promise<PracticeOutcome> {
  const booking = await findBookingByToken(tx, request.token)
  if (!booking || booking.cancelledAt !== null) return { kind: 'not-found' }
  await lockBooking(tx, booking.id)
  const before = await findPractice(tx, booking.id)
  const about = { bookingId: booking.id, trainingId: booking.session.trainingId }
  const plan = await findHelpedPlan(tx, request.releases, about)
  const action = actionIn(plan, request)
  if (before && before.action !== action) await reopen(tx, plan, before)
  const madeProof = (await close(tx, now, { ...request, plan, action })) || keepsProof(before, action)
  await keepPractice(tx, now, { bookingId: booking.id, said: request.said, action, madeProof })
  return { kind: 'kept' }
}

/** What is in no line of the plan is done all the same: a fact of its own. */
function actionIn(plan: HelpedPlan | null, { said, action }: PracticeRequest): ActionId | null {
  if (said !== 'done') return null
  return plan?.actions.find((helped) => helped.action.id === action)?.action.id ?? null
}

function keepsProof(before: Practice | null, action: ActionId | null): boolean {
  return action !== null && before?.action === action && before.madeProof
}

async function reopen(tx: Tx, plan: HelpedPlan | null, { action, madeProof }: Practice): Promise<void> {
  if (plan && action !== null && madeProof) await takeBackDone(tx, { token: plan.token, action })
}

type Closing = { releases: Releases; plan: HelpedPlan | null; action: ActionId | null }

/** True when the plan did not know yet. What its owner wrote there stays. */
async function close(tx: Tx, now: Date, { releases, plan, action }: Closing): Promise<boolean> {
  const helped = plan?.actions.find((found) => found.action.id === action)
  if (!plan || !helped || helped.isDone || action === null) return false
  const outcome = await declareDone(tx, now, { releases, token: plan.token, action, note: '' })
  return outcome.kind === 'done'
}
