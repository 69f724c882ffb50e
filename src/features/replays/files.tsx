import { fastifyStatic } from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { resolve } from 'node:path'
import type { Config } from '../../core/config.ts'
import type { Server } from '../../core/http.ts'
import type { Programme } from '../programmes/programme.ts'
import { filesOf } from '../programmes/replay.ts'
import { replayFileUrl } from '../trainings/urls.ts'

const prefix = '/replays/'
const day = 86_400_000

/**
 * The files that replays name, and no other of their folder. Players ask for pieces of a video (RFC 9110 §14):
 * those are never compressed on their way. A piece that is not there is refused with the length there is, so that
 * the player asks again for what exists.
 */
export async function fileDoors(
  server: Server,
  { programme: folder }: Pick<Config, 'programme'>,
  { trainings }: Programme,
): Promise<void> {
  const known = new Set(trainings.flatMap(({ replay }) => (replay ? filesOf(replay) : [])).map(replayFileUrl))
  if (known.size === 0) return
  await server.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, isSameForAll: true }
    })
    files.setErrorHandler(refusePiece)
    await files.register(fastifyStatic, {
      root: resolve(folder, 'replays'),
      prefix,
      decorateReply: false,
      index: false,
      maxAge: day,
      allowedPath: (path) => known.has(`${prefix}${path.replace(/^\//, '')}`),
    })
  })
}

function refusePiece(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!isBeyondEnd(error)) throw error
  return reply.code(416).headers(error.headers).type('text/plain; charset=utf-8').send('')
}

type BeyondEnd = { statusCode: number; headers: Record<string, string> }

function isBeyondEnd(error: unknown): error is BeyondEnd {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 416 && 'headers' in error
}
