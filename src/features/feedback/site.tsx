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
import { findSubject } from './find-subject.ts'
import { giveFeedback } from './give-feedback.ts'
import { feedbackForm } from './input.ts'
import { practiceDoors } from './practice.tsx'
import { AfterQuiz, FeedbackPage } from './site.view.tsx'
import { findFeedback } from './store.ts'

type Desk = { services: Services; programme: Programme }

/** What people think of a training, and what became of it a month later. */
export function site(server: Server, services: Services, programme: Programme): void {
  const desk = { services, programme }
  server.get(learningUrls.feedbackPattern, (request, reply) => show({ request, reply }, desk))
  server.post(learningUrls.feedbackPattern, (request, reply) => give({ request, reply }, desk))
  practiceDoors(server, services, programme)
}

/** The first question, for the page that shows the result of a quiz. */
export function askAfterQuiz({ db, clock }: Services) {
  return async ({ pageContext: page }: Exchange['request'], lesson: Lesson) => {
    const feedback = await findFeedback(db, await findSubject(db, clock(), lesson))
    const { training, learner } = lesson
    return <AfterQuiz {...{ page, training, feedback }} booking={learner.booking?.token ?? null} />
  }
}

const withLesson = lessonDoor(StrangerPage)

function show(exchange: Exchange, desk: Desk) {
  const { reservation } = learnerQuery.parse(exchange.request.query)
  return withLesson(exchange, desk, reservation, (lesson) => showPage(exchange, desk, lesson))
}

type Sent = { typed?: Typed; errors?: FieldErrors }

async function showPage(
  { request, reply }: Exchange,
  { services: { db, clock } }: Desk,
  lesson: Lesson,
  sent: Sent = {},
) {
  const { training, learner } = lesson
  const booking = learner.booking?.token ?? null
  const feedback = await findFeedback(db, await findSubject(db, clock(), lesson))
  const page = { ...request.pageContext, path: learningUrls.feedback(training.slug, booking) }
  return reply.page(<FeedbackPage {...{ page, training, booking, feedback }} {...sent} />)
}

function give(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const form = parseForm(feedbackForm, request.body)
  const { reservation } = learnerQuery.parse(form.typed)
  return withLesson(exchange, desk, reservation, async (lesson) => {
    if (!form.ok) {
      const { typed, errors } = form
      return showPage({ request, reply: reply.code(422) }, desk, lesson, { typed, errors })
    }
    const subject = await findSubject(db, clock(), lesson)
    const { usefulness, pace, word } = form.value
    const outcome = await transaction(db, (tx) =>
      giveFeedback(tx, clock(), { subject, usefulness, pace, word }),
    )
    switch (outcome.kind) {
      case 'kept':
      case 'first-tap-missing': {
        const booking = lesson.learner.booking?.token ?? null
        return reply.redirect(learningUrls.feedback(lesson.training.slug, booking), 303)
      }
      default:
        return unreachable(outcome)
    }
  })
}
