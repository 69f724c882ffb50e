import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import { findBusiness } from '../businesses/store.ts'
import type { Run } from '../diagnostics/diagnostic.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { everyQuestion, type Programme } from '../programmes/programme.ts'
import { enterAnswers } from './enter-answers.ts'
import { runForm } from './input.ts'
import { paperField } from './paper.ts'
import { RunPage } from './staff-run.view.tsx'
import { forAdvisersOf, notFound, refuse, wordErrors, type Ground, type Visit } from './staff-visit.tsx'
import { findLastChannel, findRunById } from './store.ts'
import { entryUrls } from './urls.ts'

/** All questions of one diagnostic on one page. */
export function runDoors(server: Server, ground: Ground): void {
  server.get(
    entryUrls.run(':id'),
    forAdvisersOf((visit, id) => show(visit, id, ground)),
  )
  server.post(
    entryUrls.run(':id'),
    forAdvisersOf((visit, id) => enter(visit, id, ground)),
  )
}

/** `wrong`: what came back with the form. */
type Shown = { wrong?: { typed: Typed; errors: FieldErrors } }

async function show(
  { request, reply, actor }: Visit,
  id: string,
  { services, releases, wrong }: Ground & Shown,
) {
  const { db } = services
  const run = await findRunById(db, actor, id)
  if (!run) return notFound(reply)
  const programme = await releases.read(db, run.releaseId)
  const business = run.businessId === null ? null : await findBusiness(db, run.businessId)
  const channel = (await findLastChannel(db, run.id)) ?? ''
  const typed = wrong?.typed ?? { ...savedFields(programme, run), channel, seen: run.lastEventId }
  const errors = wordErrors(wrong?.errors ?? {}, request.language)
  const view = { page: request.pageContext, programme, run, business, typed, errors }
  return reply.code(wrong ? 422 : 200).page(<RunPage {...view} />)
}

function savedFields(programme: Programme, { given }: Run): Typed {
  return Object.fromEntries(
    everyQuestion(programme).map(({ id }) => [paperField(id), given[id]?.option ?? '']),
  )
}

async function enter(visit: Visit, id: string, ground: Ground) {
  const { request, reply, actor } = visit
  const { services, releases } = ground
  const run = await findRunById(services.db, actor, id)
  if (!run) return notFound(reply)
  const form = parseForm(runForm, request.body)
  const again = (errors: FieldErrors) => show(visit, id, { ...ground, wrong: { typed: form.typed, errors } })
  if (!form.ok) return again(form.errors)
  const { channel, seen: seenEventId, next } = form.value
  const chosen = chosenOf(await releases.read(services.db, run.releaseId), form.typed)
  const isFinished = next === 'resultat'
  const wanted = { releases, diagnosticId: run.id, channel, seenEventId, chosen, isFinished }
  const outcome = await transaction(services.db, (tx) => enterAnswers(tx, services.clock(), actor, wanted))
  switch (outcome.kind) {
    case 'entered':
      return reply.redirect(isFinished ? entryUrls.result(run.id) : partOf(run.id, next), 303)
    case 'unknown-option':
      return again({ [paperField(outcome.question)]: 'option.unknown' })
    case 'too-many':
      return again({ channel: 'answers.too-many' })
    case 'not-found':
      return notFound(reply)
    case 'forbidden':
      return refuse(visit)
    default:
      return unreachable(outcome)
  }
}

/** What the page says of the questions of this release; an empty field says nothing. */
function chosenOf(programme: Programme, typed: Typed): Record<QuestionId, OptionId> {
  return Object.fromEntries(
    everyQuestion(programme).flatMap(({ id }) => {
      const option = typed[paperField(id)] ?? ''
      return option === '' ? [] : [[id, option]]
    }),
  )
}

function partOf(id: string, next: string): string {
  return /^[a-z]+$/.test(next) ? `${entryUrls.run(id)}#${next}` : entryUrls.run(id)
}
