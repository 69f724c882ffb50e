import type { Reader } from '../../core/db.ts'
import type { Actor } from '../accounts/person.ts'
import { findBusinessWithin, findOrigin } from '../businesses/store.ts'
import { findRefusal, listCalls } from '../calls/store.ts'
import { listContacts, listListingsOf } from '../imports/contact-store.ts'
import { listDiagnostics, type DiagnosticSummary, type Releases } from '../diagnostics/store.ts'
import { readToldAnswers } from '../entries/read-told-answers.ts'
import { listProofs } from '../plans/proof-store.ts'
import { findPlan } from '../plans/store.ts'
import type { KeptPlan, PlanLine } from '../plans/plan.ts'
import { findAction, findQuestion, type Programme } from '../programmes/programme.ts'
import { findOption } from '../programmes/question.ts'
import type { Reason } from '../programmes/condition.ts'
import { listTagsOf } from '../segments/tag-store.ts'
import { listBookingsOfBusiness } from './store.ts'
import type { Story, StoryAction, StoryDiagnostic, StoryReason } from './story.ts'

type Asked = { viewer: Actor; businessId: string; releases: Releases }

/** Gathers the story of a business; null when there is none, or when it asked not to be shown. */
export async function readStory(db: Reader, { viewer, businessId, releases }: Asked): Promise<Story | null> {
  const business = await findBusinessWithin(db, viewer, businessId)
  const origin = await findOrigin(db, businessId)
  if (!business || !origin) return null
  const diagnostics: StoryDiagnostic[] = []
  for (const run of await listDiagnostics(db, { businessId })) diagnostics.push(await tell(db, releases, run))
  const bookings = await listBookingsOfBusiness(db, viewer, businessId)
  const calls = await listCalls(db, businessId)
  const refusedAt = await findRefusal(db, businessId)
  const contacts = await listContacts(db, viewer, businessId)
  const listings = await listListingsOf(db, viewer, businessId)
  const tags = await listTagsOf(db, viewer, businessId)
  return { business, origin, contacts, listings, diagnostics, bookings, calls, tags, refusedAt }
}

async function tell(db: Reader, releases: Releases, run: DiagnosticSummary): Promise<StoryDiagnostic> {
  const { id, token, startedAt, finishedAt } = run
  const told = { id, token, startedAt, finishedAt, answers: await readToldAnswers(db, releases, id) }
  const plan = await findPlan(db, id)
  if (!plan) return { ...told, axes: [], actions: [], proofs: [] }
  const programme = await releases.read(db, plan.releaseId)
  const actions = plan.lines.map((line) => actionOf(programme, line))
  const proofs = (await listProofs(db, id)).map((proof) => ({
    ...proof,
    title: findAction(programme, proof.action)?.title ?? untold(proof.action),
  }))
  return { ...told, axes: axesOf(programme, plan), actions, proofs }
}

function axesOf({ axes }: Programme, { result }: KeptPlan): StoryDiagnostic['axes'] {
  const titles = new Map(axes.map(({ id, title }) => [id, title]))
  return result.axes.map((score) => ({ ...score, title: titles.get(score.axis) ?? untold(score.axis) }))
}

function actionOf(programme: Programme, { action, because }: PlanLine): StoryAction {
  const title = findAction(programme, action)?.title ?? untold(action)
  return { title, reasons: because.map((reason) => reasonOf(programme, reason)) }
}

function reasonOf(programme: Programme, [questionId, optionId]: Reason): StoryReason {
  const question = findQuestion(programme, questionId)
  const option = question && findOption(question, optionId)
  return { question: question?.title ?? untold(questionId), option: option?.label ?? untold(optionId) }
}

/** A release always has its own words; its id is better than a page that breaks. */
function untold(id: string) {
  return { fr: id, en: id }
}
