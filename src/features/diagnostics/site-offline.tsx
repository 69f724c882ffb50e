import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { unreachable } from '../../core/never.ts'
import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import type { Text } from '../programmes/text.ts'
import type { Questionnaire } from '../programmes/programme.ts'
import type { Question } from '../programmes/question.ts'
import { waitingAnswers } from './input.ts'
import type { Offline } from './offline.ts'
import { saveWaitingAnswers } from './save-waiting-answers.ts'
import { findGiven, findRun, type Releases } from './store.ts'
import { diagnosticUrls } from './urls.ts'

type Ground = Pick<Services, 'db' | 'clock' | 'config'> & { releases: Releases }
type Params = { token: string }

/** For the script of the question page: the whole questionnaire once, and the answers that waited. */
export function offlineDoors(server: Server, ground: Ground): void {
  const { db, config, releases } = ground
  server.get<{ Params: Params }>(diagnosticUrls.offline(':token'), async (request, reply) => {
    const run = await findRun(db, request.params.token)
    if (!run) return reply.code(404).send({ kind: 'not-found' })
    const programme = await releases.read(db, run.releaseId)
    const { language } = request
    const offline: Offline = {
      language,
      publicUrl: config.publicUrl,
      programme: inOneLanguage(programme, language),
      given: run.given,
      lastTime: run.previousId === null ? {} : await findGiven(db, run.previousId),
    }
    return reply.header('cache-control', 'private, no-store').send(offline)
  })
  server.post<{ Params: Params }>(diagnosticUrls.offline(':token'), (request, reply) =>
    receive(request, reply, ground),
  )
}

async function receive(request: FastifyRequest, reply: FastifyReply, { db, clock, releases }: Ground) {
  const { token } = request.params as Params
  const read = waitingAnswers.safeParse(request.body)
  if (!read.success) return reply.code(422).send({ kind: 'unreadable' })
  const waiting = { releases, token, answers: read.data.answers }
  const outcome = await transaction(db, (tx) => saveWaitingAnswers(tx, clock(), waiting))
  switch (outcome.kind) {
    case 'saved':
      return reply.send(outcome)
    case 'too-many':
      return reply.code(429).send(outcome)
    case 'closed':
      return reply.code(410).send(outcome)
    case 'not-found':
      return reply.code(404).send(outcome)
    default:
      return unreachable(outcome)
  }
}

/** What a telephone needs to ask, and no more: neither the other language nor what is read aloud. */
function inOneLanguage({ profile, questions }: Questionnaire, language: Language): Questionnaire {
  const only = (text: Text): Text => ({ fr: '', en: '', [language]: text[language] })
  const trim = ({ help, ...question }: Question): Question => ({
    ...question,
    title: only(question.title),
    ...(help && { help: only(help) }),
    phone: { fr: '', en: '' },
    options: question.options.map(({ id, level, label }) => ({ id, level, label: only(label) })),
  })
  return { profile: profile.map(trim), questions: questions.map(trim) }
}
