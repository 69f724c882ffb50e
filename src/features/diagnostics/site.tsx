import type { FastifyReply } from 'fastify'
import { transaction, type Reader } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { findQuestion, type Programme } from '../programmes/programme.ts'
import { certainNextPage, nextPage, type GivenAnswers, type Run } from './diagnostic.ts'
import { answerForm, returnQuery } from './input.ts'
import { saveAnswer } from './save-answer.ts'
import { AnswersPage } from './site-answers.view.tsx'
import { QuestionPage } from './site-question.view.tsx'
import { againDoor } from './site-again.tsx'
import { offlineDoors } from './site-offline.tsx'
import { startDoors, whereToGoOn } from './site-start.tsx'
import { findGiven, findRun, openReleases, type Releases } from './store.ts'
import { ClosedPage, NoDiagnosticPage, NoQuestionPage, TooManyPage } from './site-trouble.view.tsx'
import { diagnosticUrls, type ReturnTo } from './urls.ts'

type Ground = Pick<Services, 'db' | 'clock'> & { releases: Releases }
type Params = { token: string; question: string }

/** The questionnaire, one question a page. Its end, the result, belongs to the plans. */
export function site(server: Server, services: Services, programme: Programme): void {
  const ground = { db: services.db, clock: services.clock, releases: openReleases(programme) }
  startDoors(server, services, programme)
  againDoor(server, services, ground.releases)
  offlineDoors(server, { ...ground, config: services.config })

  server.get<{ Params: Params }>(diagnosticUrls.run(':token'), (request, reply) => {
    return withRun({ request, reply }, ground, (run, asked) => reply.redirect(whereIAm(run, asked), 303))
  })

  server.get<{ Params: Params }>(diagnosticUrls.answers(':token'), (request, reply) => {
    return withRun({ request, reply }, ground, ({ token, given }, asked) =>
      reply.page(<AnswersPage page={request.pageContext} programme={asked} token={token} given={given} />),
    )
  })

  server.get<{ Params: Params }>(diagnosticUrls.question(':token', ':question'), (request, reply) => {
    return withRun({ request, reply }, ground, async (run, asked) =>
      showQuestion({ request, reply }, { ...run, lastTime: await lastTimeOf(ground.db, run) }, asked),
    )
  })

  server.post<{ Params: Params }>(diagnosticUrls.question(':token', ':question'), (request, reply) =>
    answer({ request, reply }, ground),
  )
}

/** Finds the run of this link and the release it was begun with, or says that there is none. */
async function withRun(
  { request, reply }: Exchange,
  { db, releases }: Ground,
  show: (run: Run, asked: Programme) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const run = await findRun(db, (request.params as Params).token)
  if (!run) return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
  return show(run, await releases.read(db, run.releaseId))
}

function whereIAm({ token, given, finishedAt }: Run, programme: Programme): string {
  return finishedAt ? diagnosticUrls.result(token) : whereToGoOn(programme, { token, given })
}

/** The answers of the run that this one takes up again; most runs take up none. */
async function lastTimeOf(db: Reader, { previousId }: Run): Promise<GivenAnswers> {
  return previousId === null ? {} : findGiven(db, previousId)
}

type Wrong = { status: number; error: string }

function showQuestion(
  { request, reply }: Exchange,
  run: Run & { lastTime?: GivenAnswers },
  programme: Programme,
  wrong?: Wrong,
): FastifyReply {
  const page = request.pageContext
  const question = findQuestion(programme, (request.params as Params).question)
  if (!question) return reply.code(404).page(<NoQuestionPage page={page} token={run.token} />)
  const { retour: returnTo } = returnQuery.parse(request.query)
  const lastTime = run.lastTime?.[question.id]?.option ?? null
  const asked = { programme, question, returnTo, lastTime, token: run.token, given: run.given }
  return reply
    .code(wrong?.status ?? 200)
    .page(<QuestionPage page={page} asked={asked} error={wrong?.error} />)
}

async function answer({ request, reply }: Exchange, ground: Ground): Promise<FastifyReply> {
  const { db, clock, releases } = ground
  const { token, question } = request.params as Params
  const { retour } = returnQuery.parse(request.query)
  const again = (error: string) =>
    withRun({ request, reply }, ground, (run, asked) =>
      showQuestion({ request, reply }, run, asked, { status: 422, error }),
    )
  const form = parseForm(answerForm, request.body)
  if (!form.ok) return again(form.errors['option'] ?? 'option.missing')
  const chosen = { releases, token, question, option: form.value.option, channel: 'web' } as const
  const outcome = await transaction(db, (tx) => saveAnswer(tx, clock(), chosen))
  switch (outcome.kind) {
    case 'saved':
      return reply.redirect(await afterAnswer(db, outcome.programme, { token, question, retour }), 303)
    case 'unknown-question':
      return reply.code(404).page(<NoQuestionPage page={request.pageContext} token={token} />)
    case 'unknown-option':
      return again('option.unknown')
    case 'too-many':
      return reply.code(429).page(<TooManyPage page={request.pageContext} what="answers" />)
    case 'closed':
      return reply
        .code(410)
        .page(<ClosedPage page={request.pageContext} programme={releases.current} token={token} />)
    case 'not-found':
      return reply.code(404).page(<NoDiagnosticPage page={request.pageContext} />)
    default:
      return unreachable(outcome)
  }
}

type Answered = { token: string; question: string; retour: ReturnTo | undefined }

/** Reads the answers only where they decide what comes next: most answers are saved without. */
async function afterAnswer(
  db: Reader,
  programme: Programme,
  { token, question, retour }: Answered,
): Promise<string> {
  if (retour === 'resultat') return diagnosticUrls.result(token)
  if (retour === 'reponses') return diagnosticUrls.answers(token)
  const certain = certainNextPage(programme, question)
  if (certain) return diagnosticUrls.question(token, certain.id)
  const given = (await findRun(db, token))?.given ?? {}
  const next = nextPage(programme, given, question)
  return next ? diagnosticUrls.question(token, next.id) : diagnosticUrls.answers(token)
}
