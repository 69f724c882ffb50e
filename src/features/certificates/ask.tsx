import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { learnerQuery } from '../quizzes/learner-query.ts'
import type { Lesson } from '../quizzes/learner.ts'
import { StrangerPage } from '../quizzes/stranger.view.tsx'
import { lessonDoor } from '../quizzes/with-lesson.ts'
import { learningUrls } from '../trainings/urls.ts'
import { AskPage, MissingPage } from './ask.view.tsx'
import type { Standing } from './certificate.ts'
import { findStanding } from './find-standing.ts'
import { certificateForm } from './input.ts'
import { issueCertificate } from './issue-certificate.ts'
import { findCertificateOf } from './store.ts'
import { certificateUrls } from './urls.ts'

type Desk = { services: Services; programme: Programme }

/** Asking for the certificate of a training: what is missing, the name to print, and the certificate itself. */
export function askDoors(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.get(learningUrls.certificatePattern, (request, reply) => show({ request, reply }, desk))
  server.post(learningUrls.certificatePattern, (request, reply) => ask({ request, reply }, desk))
}

const withLesson = lessonDoor(StrangerPage)

function show(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db } = desk.services
  const { reservation } = learnerQuery.parse(request.query)
  return withLesson(exchange, desk, reservation, async (lesson) => {
    const owned = { personId: lesson.learner.personId, trainingId: lesson.training.id }
    const certificate = await findCertificateOf(db, owned)
    if (certificate) return reply.redirect(certificateUrls.certificate(certificate.code), 303)
    const standing = await findStanding(db, owned)
    if (!standing.isPassed || standing.way === null) return showMissing(exchange, lesson, standing)
    return showForm(exchange, lesson, { typed: { name: lesson.learner.name } })
  })
}

function ask(exchange: Exchange, desk: Desk) {
  const form = parseForm(certificateForm, exchange.request.body)
  const { reservation } = learnerQuery.parse(form.typed)
  return withLesson(exchange, desk, reservation, async (lesson) => {
    if (!form.ok) return showForm(exchange, lesson, { typed: form.typed, errors: form.errors })
    return issue(exchange, desk, lesson, form.value.name)
  })
}

async function issue(exchange: Exchange, desk: Desk, lesson: Lesson, name: string) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const { training, learner } = lesson
  const about = { programme: desk.programme, training, personId: learner.personId }
  const outcome = await transaction(db, (tx) =>
    issueCertificate(tx, clock(), { ...about, name, language: request.language }),
  )
  switch (outcome.kind) {
    case 'issued':
    case 'already-issued':
      return reply.redirect(certificateUrls.certificate(outcome.code), 303)
    case 'missing':
      return showMissing({ request, reply: reply.code(409) }, lesson, outcome.standing)
    default:
      return unreachable(outcome)
  }
}

type Written = { typed: Typed; errors?: FieldErrors }

function showForm({ request, reply }: Exchange, lesson: Lesson, { typed, errors }: Written) {
  const view = { ...viewOf(request, lesson), typed }
  return errors
    ? reply.code(422).page(<AskPage {...view} errors={errors} />)
    : reply.page(<AskPage {...view} />)
}

function showMissing({ request, reply }: Exchange, lesson: Lesson, standing: Standing) {
  return reply.page(<MissingPage {...viewOf(request, lesson)} standing={standing} />)
}

function viewOf(request: Exchange['request'], { training, learner }: Lesson) {
  const booking = learner.booking?.token ?? null
  const page = { ...request.pageContext, path: learningUrls.certificate(training.slug, booking) }
  return { page, training, booking }
}
