import type { FastifyRequest } from 'fastify'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { bookingUrls } from '../bookings/urls.ts'
import type { Receipt } from './board.ts'
import { moderationForm, pollForm, pollStateForm, sessionParams, slidesForm } from './input.ts'
import { moderateQuestion } from './moderate-question.ts'
import { putSlides } from './put-slides.ts'
import type { Desk } from './show-room.tsx'
import { wantsReceipt } from './site-forms.tsx'
import type { StaffRefusal } from './staff.view.tsx'
import { texts } from './texts.ts'
import { turnPoll } from './turn-poll.ts'
import { roomAnchors, roomPaths } from './urls.ts'
import { writePoll } from './write-poll.ts'

type Settled =
  | { kind: 'done'; said: 'written' | 'slidesSaved' | null; anchor: string }
  | { kind: 'wrong'; typed: Typed; errors: FieldErrors }
  | { kind: 'unknown' | 'closed' | 'not-found' }
type Form = { request: FastifyRequest; desk: Desk; id: string }
type ShowAgain = (refusal: StaffRefusal) => Promise<unknown>
type ShowHost = (exchange: Exchange, desk: Desk, refusal: StaffRefusal) => Promise<unknown>

const statuses = { wrong: 422, unknown: 409, closed: 410 } as const

/** What who runs a session sends: what becomes of a question, a poll, the slides. */
export function staffForms(server: Server, desk: Desk, show: ShowHost): void {
  const forms = [
    [roomPaths.questions, moderate],
    [roomPaths.polls, write],
    [roomPaths.pollStates, turn],
    [roomPaths.slides, put],
  ] as const
  for (const [path, take] of forms)
    server.post(bookingUrls.staffRoomPattern + path, async (request, reply) => {
      const params = sessionParams.safeParse(request.params)
      if (!params.success) return reply.callNotFound()
      const { id } = params.data
      const settled = { ...(await take({ request, desk, id })), id }
      return settle({ request, reply }, settled, (refusal) => show({ request, reply }, desk, refusal))
    })
}

async function moderate({ request, desk, id }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(moderationForm, request.body)
  if (!form.ok) return { kind: 'unknown' }
  const wish = { trainingSessionId: id, questionId: form.value.question, state: form.value.state }
  const outcome = await transaction(db, (tx) => moderateQuestion(tx, clock(), staffOf(request), wish))
  const isDone = outcome.kind === 'done' || outcome.kind === 'unchanged'
  return isDone ? { kind: 'done', said: null, anchor: roomAnchors.questions } : outcome
}

async function turn({ request, desk, id }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(pollStateForm, request.body)
  if (!form.ok) return { kind: 'unknown' }
  const wish = { trainingSessionId: id, pollId: form.value.poll, state: form.value.state }
  const outcome = await transaction(db, (tx) => turnPoll(tx, clock(), staffOf(request), wish))
  const isDone = outcome.kind === 'done' || outcome.kind === 'unchanged'
  return isDone ? { kind: 'done', said: null, anchor: roomAnchors.polls } : outcome
}

async function write({ request, desk, id }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(pollForm, request.body)
  if (!form.ok) return { kind: 'wrong', typed: form.typed, errors: form.errors }
  const { words, options, results: showsResults, page: formKey } = form.value
  const poll = { trainingSessionId: id, words, options, showsResults, formKey }
  const outcome = await transaction(db, (tx) => writePoll(tx, clock(), staffOf(request), poll))
  const isDone = outcome.kind === 'written' || outcome.kind === 'already-written'
  return isDone ? { kind: 'done', said: 'written', anchor: roomAnchors.polls } : outcome
}

async function put({ request, desk, id }: Form): Promise<Settled> {
  const { db, clock } = desk.services
  const form = parseForm(slidesForm, request.body)
  if (!form.ok) return { kind: 'wrong', typed: form.typed, errors: form.errors }
  const wish = { trainingSessionId: id, slidesUrl: form.value.slides }
  const outcome = await transaction(db, (tx) => putSlides(tx, clock(), staffOf(request), wish))
  return outcome.kind === 'put' ? { kind: 'done', said: 'slidesSaved', anchor: roomAnchors.top } : outcome
}

/** The script gets a receipt; a form that was sent by itself goes back to the page. */
async function settle({ request, reply }: Exchange, settled: Settled & { id: string }, showAgain: ShowAgain) {
  if (settled.kind === 'not-found') return reply.callNotFound()
  const words = texts[request.language]
  const isDone = settled.kind === 'done'
  const status = settled.kind === 'done' ? 200 : statuses[settled.kind]
  if (wantsReceipt(request)) {
    const receipt: Receipt = { said: saidOf(settled, words), isDone, own: null, formKey: newToken() }
    return reply.code(status).send(receipt)
  }
  if (settled.kind === 'done')
    return reply.redirect(`${bookingUrls.staffRoom(settled.id)}#${settled.anchor}`, 303)
  reply.code(status)
  return settled.kind === 'wrong'
    ? showAgain({ ...settled, sentence: null })
    : showAgain({ typed: {}, errors: {}, sentence: saidOf(settled, words) })
}

function saidOf(settled: Settled, { errors, staff }: (typeof texts)['fr']): string | null {
  if (settled.kind === 'done') return settled.said === null ? null : staff[settled.said]
  const id = settled.kind === 'wrong' ? Object.values(settled.errors)[0] : settled.kind
  return errors[id ?? 'unknown'] ?? null
}
