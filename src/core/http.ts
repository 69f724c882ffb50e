/** The web server: what every page gets, whatever it is about. */
import { fastifyCookie } from '@fastify/cookie'
import fastifyCompress from '@fastify/compress'
import fastifyFormbody from '@fastify/formbody'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { existsSync } from 'node:fs'
import { constants } from 'node:zlib'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { newId } from './clock.ts'
import type { Config } from './config.ts'
import { refuseOtherSites } from './cross-site.ts'
import { isDatabaseAway, isDatabaseBusy } from './db.ts'
import { chooseLanguage, languageCookie, type Language } from './language.ts'
import type { Log } from './log.ts'

declare module 'fastify' {
  interface FastifyRequest {
    language: Language
  }
  interface FastifyReply {
    /** Answers with a whole document, or one that `writePage` wrote; the status is the reply's (200 unless set). */
    page(document: VNode | Buffer): FastifyReply
  }
  interface FastifyContextConfig {
    /** This door takes unsafe requests from elsewhere (one-click unsubscribe, webhooks). */
    acceptsOtherSites?: boolean
    /** This door answers the same whoever asks, and may be kept by caches: nobody is looked up for it. */
    isSameForAll?: boolean
  }
}

export type Server = FastifyInstance
/** What every door is handed. */
export type Exchange = { request: FastifyRequest; reply: FastifyReply }
export type ErrorPages = {
  notFound(request: FastifyRequest): VNode
  /** `away`: the database is restarting or overrun; the same request may work in a moment. */
  failed(request: FastifyRequest, kind: 'away' | 'broken' | 'refused' | 'too-large'): VNode
}
export type ServerOptions = {
  config: Pick<Config, 'trustProxy' | 'publicUrl'>
  log: Log
  assetsFolder: string
  errorPages: ErrorPages
}

const bodyLimit = 64 * 1024
/** For a whole request to arrive, on a poor network too; without a limit, senders of slow drops hold us all. */
const arrivalMilliseconds = 60_000
const longestParameter = 200
/** Has no route, so it gives the page for unknown addresses. */
const nowhere = '/introuvable'

/** Our own files and nothing else: no inline script or style, no frame, no other site. */
const contentSecurity = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

/** Builds a server with security headers, compression, forms, cookies, one error handler and static files. */
export async function createServer({
  config,
  log,
  assetsFolder,
  errorPages,
}: ServerOptions): Promise<Server> {
  const loggerInstance: FastifyBaseLogger = log
  const server: Server = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // As many steps back as there are proxies of ours: what a visitor wrote before them counts for nothing.
    trustProxy: (_address, step) => step < config.trustProxy,
    genReqId: () => newId().slice(0, 8),
    bodyLimit,
    requestTimeout: arrivalMilliseconds,
    forceCloseConnections: 'idle',
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : nowhere),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestParameter },
  })
  await addPlugins(server, config, assetsFolder)
  addLanguage(server)
  addPages(server)
  server.addHook('onRequest', refuseOtherSites(config.publicUrl, errorPages))
  addAccessLog(server)
  addGracefulStop(server)
  server.setNotFoundHandler((request, reply) => reply.code(404).page(errorPages.notFound(request)))
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, errorPages))
  return server
}

/**
 * Broken escapes, null characters and endless parts are in no address of ours. As they are, the router would
 * answer in JSON to somebody whose mailbox cut a link in two, and PostgreSQL would refuse the null character.
 */
function isReadable(url: string): boolean {
  const [path = ''] = url.split('?', 1)
  try {
    const parts = path.split('/').map(decodeURIComponent)
    return !url.includes('%00') && parts.every((part) => part.length <= longestParameter)
  } catch {
    return false
  }
}

async function addPlugins(
  server: Server,
  config: Pick<Config, 'publicUrl'>,
  assetsFolder: string,
): Promise<void> {
  const isSecure = config.publicUrl.startsWith('https:')
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurity },
    // Addresses hold private links: other sites must not learn them.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  })
  await server.register(fastifyCompress, {
    threshold: 1024,
    encodings: ['br', 'gzip', 'identity'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await server.register(fastifyCookie)
  await server.register(fastifyFormbody, { bodyLimit })
  if (existsSync(assetsFolder)) await addAssets(server, assetsFolder)
}

async function addAssets(server: Server, assetsFolder: string): Promise<void> {
  await server.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, isSameForAll: true }
    })
    await files.register(fastifyStatic, {
      root: `${assetsFolder}/assets`,
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: 365 * 86_400_000,
      decorateReply: false,
    })
  })
}

function addLanguage(server: Server): void {
  server.decorateRequest('language', 'fr')
  server.addHook('onRequest', async (request) => {
    request.language = chooseLanguage(request.cookies[languageCookie], request.headers['accept-language'])
  })
}

function addPages(server: Server): void {
  server.decorateReply('page', function page(this: FastifyReply, document: VNode | Buffer) {
    if (!this.hasHeader('cache-control')) this.header('cache-control', 'private, no-cache')
    return this.type('text/html; charset=utf-8')
      .header('vary', 'Accept-Language, Cookie')
      .send(Buffer.isBuffer(document) ? document : writePage(document))
  })
}

/** The document as bytes (a text would be encoded twice on its way out), with the doctype that JSX cannot say. */
export function writePage(document: VNode): Buffer {
  return Buffer.from(`<!doctype html>${renderToString(document)}`)
}

/** Lets this one page show a frame of this one origin: everywhere else there are none. */
export function allowFrame(reply: FastifyReply, origin: string): void {
  const policy = String(reply.getHeader('content-security-policy'))
  reply.header('content-security-policy', `${policy};frame-src ${origin}`)
}

/** One line a request, with the pattern of the route: the address itself may hold a private link. */
function addAccessLog(server: Server): void {
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? '(none)'
    if (route.startsWith('/assets/')) return
    request.log.info(
      { method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
}

/** A page being made when we stop is the last of its connection, or a browser would keep us for a minute. */
function addGracefulStop(server: Server): void {
  let isStopping = false
  server.addHook('preClose', async () => {
    isStopping = true
  })
  server.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
}

function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  pages: ErrorPages,
): FastifyReply {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return reply.code(413).page(pages.failed(request, 'too-large'))
  if (status >= 400 && status < 500) return reply.code(status).page(pages.failed(request, 'refused'))
  request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  if (isDatabaseAway(error) || isDatabaseBusy(error))
    return reply.code(503).header('retry-after', '5').page(pages.failed(request, 'away'))
  return reply.code(500).page(pages.failed(request, 'broken'))
}
