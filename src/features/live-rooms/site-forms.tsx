import type { FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { bookingUrls } from '../bookings/urls.ts'
import { findBookingByToken } from '../bookings/store.ts'
import { answerPoll } from './answer-poll.ts'
import { askQuestion } from './ask-question.ts'
import type { Receipt } from './board.ts'
import { choiceForm, questionForm, seatParams, voteForm } from './input.ts'
import { showRoom, type Desk } from './show-room.tsx'
import { findOwnMarks } from './store.ts'
import { texts } from './texts.ts'
import { roomAnchors, roomPaths } from './urls.ts'
import { voteQuestion } from './vote-question.ts'

type Done = { status: 303; said: 'question' | 'choice' | null; anchor: string }
/** `error` names a sentence; `typed` is the question that comes back with it. */
type NotDone = { status: 404 | 409 | 410 | 422 | 429; error: string; typed?: string }
type Settled = Done | NotDone
type Form = { request: FastifyRequest; desk: Desk; token: string }

/** What a participant sends: a question, a vote, a choice in a poll. */
export function seatForms(server: Server, desk: Desk): void {
  const forms = [
    [roomPaths.questions, ask],
    [roomPaths.votes, vote],
    [roomPaths.choices, choose],
  ] as const
  for (const [path, take] of forms)
    server.post(bookingUrls.roomPattern + path, async (request, reply) => {
      const params = seatParams.safeParse(request.params)
      if (!params.success) return reply.callNotFound()
      const { token } = params.data
      return settle({ request, reply }, desk, token, await take({ request, desk, token }))
    })
}

async function ask({ request, desk, token }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(questionForm, request.body)
  const typed = form.typed['words'] ?? ''
  if (!form.ok) return { status: 422, error: form.errors['words'] ?? 'question.missing', typed }
  const { words, page: formKey } = form.value
  const outcome = await transaction(db, (tx) => askQuestion(tx, clock(), { token, words, formKey }))
  const isAsked = outcome.kind === 'asked' || outcome.kind === 'already-asked'
  if (isAsked) return { status: 303, said: 'question', anchor: roomAnchors.questions }
  return { ...refusals[outcome.kind], typed }
}

async function vote({ request, desk, token }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(voteForm, request.body)
  if (!form.ok) return refusals.unknown
  const { question: questionId, vote: isFor } = form.value
  const outcome = await transaction(db, (tx) => voteQuestion(tx, clock(), { token, questionId, isFor }))
  if (outcome.kind === 'counted' || outcome.kind === 'unchanged')
    return { status: 303, said: null, anchor: roomAnchors.questions }
  return refusals[outcome.kind]
}

async function choose({ request, desk, token }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(choiceForm, request.body)
  if (!form.ok) return refusals.unknown
  const { poll: pollId, choice } = form.value
  const outcome = await transaction(db, (tx) => answerPoll(tx, clock(), { token, pollId, choice }))
  if (outcome.kind === 'counted') return { status: 303, said: 'choice', anchor: roomAnchors.polls }
  return refusals[outcome.kind]
}

/** Every way in which a form of a seat is not taken; one that a verb may answer and that is missing does not compile. */
const refusals = {
  'not-found': { status: 404, error: 'unknown' },
  closed: { status: 410, error: 'closed' },
  'too-many': { status: 429, error: 'too-many' },
  settled: { status: 409, error: 'settled' },
  'poll-closed': { status: 409, error: 'poll-closed' },
  unknown: { status: 409, error: 'unknown' },
} as const satisfies Record<string, NotDone>

/** The script gets a receipt; a form that was sent by itself goes back to the page. */
async function settle(exchange: Exchange, desk: Desk, token: string, settled: Settled) {
  const { request, reply } = exchange
  const booking = await findBookingByToken(desk.services.db, token)
  if (!booking) return reply.callNotFound()
  const words = texts[request.language]
  const error = 'error' in settled ? (words.errors[settled.error] ?? null) : null
  if (wantsReceipt(request)) {
    const said = settled.status === 303 ? saidIn(words, settled) : error
    const own = await findOwnMarks(desk.services.db, booking.id)
    const receipt: Receipt = { said, isDone: settled.status === 303, own, formKey: newToken() }
    return reply.code(settled.status === 303 ? 200 : settled.status).send(receipt)
  }
  if (settled.status === 303) return reply.redirect(`${bookingUrls.room(token)}#${settled.anchor}`, 303)
  const { status, typed } = settled
  const about = typed === undefined ? { refusal: error } : { refusal: null, typed, error: error ?? '' }
  return showRoom(exchange, desk, booking, { status, ...about })
}

function saidIn({ questions, polls }: (typeof texts)['fr'], { said }: Done): string | null {
  if (said === null) return null
  return said === 'question' ? questions.sent : polls.counted
}

/** Does the page's script ask, or the browser itself? */
export function wantsReceipt({ headers }: FastifyRequest): boolean {
  return headers.accept === 'application/json'
}
