import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction, type Db } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { findBookingByToken } from '../bookings/store.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { isElsewhere, type Replay } from '../programmes/replay.ts'
import type { Training } from '../programmes/training.ts'
import { replayPattern } from '../trainings/urls.ts'
import { fileDoors } from './files.tsx'
import { replayQuery, transcriptQuery, watchedReport } from './input.ts'
import { readReplays } from './read-replays.ts'
import { recordWatch } from './record-watch.ts'
import { scriptIn, type Scripts } from './script.ts'
import { ReplayPage } from './site.view.tsx'
import { findWatch } from './store.ts'
import { transcriptText } from './transcript.ts'
import { replayUrls } from './urls.ts'

type Ground = { services: Services; programme: Programme; scripts: Scripts }

/** Trainings to see again: the page, the files it plays, and what is remembered of who watches. */
export async function site(server: Server, services: Services, programme: Programme): Promise<void> {
  const { config } = services
  const ground = { services, programme, scripts: await readReplays(config.programme, programme) }
  await fileDoors(server, config, programme)
  server.get(replayPattern, (request, reply) => show({ request, reply }, ground))
  server.get(replayUrls.transcriptPattern, (request, reply) => sendTranscript({ request, reply }, ground))
  server.post(replayUrls.watchedPattern, (request, reply) => receive({ request, reply }, ground))
}

/** The training of the address, if it can be seen again. */
function findReplay({ params }: FastifyRequest, programme: Programme) {
  const { slug } = params as { slug: string }
  const training = findTraining(programme, slug)
  return training?.replay && training.slug === slug ? { training, replay: training.replay } : null
}

async function show({ request, reply }: Exchange, { services: { db }, programme, scripts }: Ground) {
  const found = findReplay(request, programme)
  if (!found) return reply.callNotFound()
  const { training, replay } = found
  const { t, reservation } = replayQuery.parse(request.query)
  const viewer = await findViewer(db, request, reservation)
  const watch = viewer && (await findWatch(db, { personId: viewer.personId, trainingId: training.id }))
  const resumeAt = watch?.resumeAt ?? 0
  allowVideoFrom(reply, replay)
  const view = {
    page: request.pageContext,
    training,
    replay,
    script: scriptIn(scripts, training.id, request.language),
    at: Math.min(t ?? resumeAt, replay.seconds - 1),
    isResumed: t === null && resumeAt > 0,
    isRecognised: viewer !== null,
    watchedSeconds: watch?.watchedSeconds ?? 0,
    reservation: viewer?.reservation ?? null,
  }
  return reply.page(<ReplayPage view={view} />)
}

type Viewer = { personId: string; reservation: string | null }

/** Who has signed in, else whose booking it is; null for a passer-by, of whom nothing is kept. */
async function findViewer(
  db: Db,
  { actor }: FastifyRequest,
  reservation: string | null,
): Promise<Viewer | null> {
  if (actor) return { personId: actor.personId, reservation: null }
  const booking = reservation === null ? null : await findBookingByToken(db, reservation)
  return booking && { personId: booking.personId, reservation }
}

/** On this page, and on no other, the site of the video may send it. */
function allowVideoFrom(reply: FastifyReply, replay: Replay): void {
  if (!isElsewhere(replay)) return
  const policy = String(reply.getHeader('content-security-policy'))
  const { origin } = new URL(replay.video)
  reply.header('content-security-policy', policy.replace("media-src 'self'", `media-src 'self' ${origin}`))
}

async function sendTranscript({ request, reply }: Exchange, { programme, scripts }: Ground) {
  const found = findReplay(request, programme)
  if (!found) return reply.callNotFound()
  const { langue } = transcriptQuery.parse(request.query)
  const { paragraphs, language } = scriptIn(scripts, found.training.id, langue)
  return reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName(found.training)}"`)
    .header('cache-control', 'public, max-age=3600')
    .send(transcriptText(found.training.title[language], paragraphs))
}

function fileName({ id, slug }: Training): string {
  return `${id}-${slug}.txt`
}

/** What the script of the page tells; nothing is kept of who is not recognised. */
async function receive({ request, reply }: Exchange, { services: { db, clock }, programme }: Ground) {
  const found = findReplay(request, programme)
  if (!found) return reply.code(404).send({ kind: 'not-found' })
  const report = watchedReport.safeParse(request.body)
  if (!report.success) return reply.code(422).send({ kind: 'unreadable' })
  const { reservation, played, at } = report.data
  const viewer = await findViewer(db, request, reservation)
  if (!viewer) return reply.code(403).send({ kind: 'not-recognised' })
  const { training, replay } = found
  const watched = { personId: viewer.personId, trainingId: training.id, seconds: replay.seconds, played, at }
  const outcome = await transaction(db, (tx) => recordWatch(tx, clock(), watched))
  switch (outcome.kind) {
    case 'recorded':
    case 'too-fast':
      return reply.code(204).send()
    default:
      return unreachable(outcome)
  }
}
