import type { FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { newToken } from '../../core/clock.ts'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { openReleases, type Releases } from '../diagnostics/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { learningUrls } from '../trainings/urls.ts'
import { answerQuiz } from './answer-quiz.ts'
import { attemptParams, carriedForm, quizForm } from './input.ts'
import { learnerQuery } from './learner-query.ts'
import type { Lesson } from './learner.ts'
import { reviewOf, shownQuiz } from './quiz.ts'
import { ResultPage } from './result.view.tsx'
import { NoQuizPage, QuizPage } from './site.view.tsx'
import { findAskingProgramme, findAttempt, findBestAttempt } from './store.ts'
import { StrangerPage } from './stranger.view.tsx'
import { lessonDoor } from './with-lesson.ts'

/** What a higher feature asks on the page that shows a result. */
export type AfterQuiz = (request: FastifyRequest, lesson: Lesson) => Promise<ComponentChildren>

type Desk = { services: Services; programme: Programme; releases: Releases; afterQuiz: AfterQuiz }

/** The quiz of a training, and each attempt with what was right. */
export function site(
  server: Server,
  services: Services,
  { programme, afterQuiz }: { programme: Programme; afterQuiz: AfterQuiz },
): void {
  const desk = { services, programme, releases: openReleases(programme), afterQuiz }
  server.get(learningUrls.quizPattern, (request, reply) => show({ request, reply }, desk))
  server.post(learningUrls.quizPattern, (request, reply) => answer({ request, reply }, desk))
  server.get(learningUrls.attemptPattern, (request, reply) => showResult({ request, reply }, desk))
}

const withLesson = lessonDoor(StrangerPage)

function show(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { reservation } = learnerQuery.parse(request.query)
  return withLesson(exchange, desk, reservation, async ({ training, learner }) => {
    const page = request.pageContext
    if (!training.quiz) return reply.code(404).page(<NoQuizPage page={page} training={training} />)
    const formKey = newToken()
    const questions = shownQuiz(training.quiz, formKey)
    const booking = learner.booking?.token ?? null
    const asking = { questions, formKey, releaseId: desk.programme.hash, booking }
    return reply.page(<QuizPage page={page} training={training} asking={asking} />)
  })
}

function answer(exchange: Exchange, desk: Desk) {
  const { request } = exchange
  const carried = carriedForm.parse(parseForm(carriedForm, request.body).typed)
  return withLesson(exchange, desk, carried.reservation, (lesson) =>
    judgeForm(exchange, desk, lesson, carried),
  )
}

type Carried = { page: string | null; release: string | null }

/** By the content that asked: it may have changed while the page was open. */
async function judgeForm(exchange: Exchange, desk: Desk, lesson: Lesson, { page, release }: Carried) {
  const { request, reply } = exchange
  const { db, clock } = desk.services
  const { training, learner } = lesson
  const programme = await findAskingProgramme(db, desk.programme, release)
  const quiz = findTraining(programme, training.id)?.quiz
  if (!quiz) return reply.code(404).page(<NoQuizPage page={request.pageContext} training={training} />)
  const formKey = page ?? newToken()
  const booking = learner.booking?.token ?? null
  const asking = { questions: shownQuiz(quiz, formKey), formKey, releaseId: programme.hash, booking }
  const form = parseForm(quizForm(quiz), request.body)
  const again = (status: number, errors: FieldErrors) =>
    formAgain(exchange, { lesson, asking, status, typed: form.typed, errors })
  if (!form.ok) return again(422, form.errors)
  const { releaseId } = asking
  const about = { personId: learner.personId, trainingId: training.id, releaseId, quiz, formKey }
  const outcome = await transaction(db, (tx) => answerQuiz(tx, clock(), { ...about, answers: form.value }))
  switch (outcome.kind) {
    case 'answered':
      return reply.redirect(learningUrls.attempt(training.slug, outcome.attemptId, booking), 303)
    case 'too-many':
      return again(429, {})
    default:
      return unreachable(outcome)
  }
}

type Sent = {
  lesson: Lesson
  asking: Parameters<typeof QuizPage>[0]['asking']
  status: number
  typed: Typed
  errors: FieldErrors
}

function formAgain({ request, reply }: Exchange, { lesson, asking, status, typed, errors }: Sent) {
  const page = { ...request.pageContext, path: learningUrls.quiz(lesson.training.slug, asking.booking) }
  const view = { training: lesson.training, asking, typed, errors, isTooMuch: status === 429 }
  return reply.code(status).page(<QuizPage page={page} {...view} />)
}

function showResult(exchange: Exchange, desk: Desk) {
  const { request, reply } = exchange
  const { db } = desk.services
  const { reservation } = learnerQuery.parse(request.query)
  return withLesson(exchange, desk, reservation, async (lesson) => {
    const { training, learner } = lesson
    const params = attemptParams.safeParse(request.params)
    const owned = { personId: learner.personId, trainingId: training.id }
    const attempt = params.success ? await findAttempt(db, { id: params.data.attempt, ...owned }) : null
    const best = attempt && (await findBestAttempt(db, owned))
    if (!attempt || !best) return reply.callNotFound()
    const asked = findTraining(await desk.releases.read(db, attempt.releaseId), training.id)
    const review = reviewOf(asked?.quiz ?? [], attempt)
    const view = { training, score: attempt, best, review, booking: learner.booking?.token ?? null }
    return reply.page(
      <ResultPage page={request.pageContext} {...view}>
        {await desk.afterQuiz(request, lesson)}
      </ResultPage>,
    )
  })
}
