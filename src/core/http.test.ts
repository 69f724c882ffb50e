import { once } from 'node:events'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { createServer, type Server, type ServerOptions } from './http.ts'

let server: Server
let assetsFolder: string
/** What each request's route says of being the same for all. */
const marked: (boolean | undefined)[] = []
const words = (text: string) => h('html', null, h('body', null, text))

const options: ServerOptions = {
  config: { publicUrl: 'http://localhost:3000', trustProxy: 1 },
  log: createLog({ logLevel: 'silent', logFormat: 'json' }),
  assetsFolder: 'nowhere',
  errorPages: {
    notFound: () => words('absent'),
    failed: (request, kind) => words(`${kind} ${request.id}`),
  },
}

beforeAll(async () => {
  assetsFolder = await mkdtemp(join(tmpdir(), 'pignon-assets-'))
  await mkdir(join(assetsFolder, 'assets'))
  await writeFile(join(assetsFolder, 'assets/main.css'), 'body{}')
  server = await createServer({ ...options, assetsFolder })
  server.addHook('preHandler', async ({ routeOptions }) => void marked.push(routeOptions.config.isSameForAll))
  server.get('/', (request, reply) => reply.page(words(`<${request.language}>`)))
  server.get('/boom', () => Promise.reject(new Error('secret detail')))
  server.get('/away', () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })))
  server.get('/by/:name', (request, reply) => reply.page(words((request.params as { name: string }).name)))
  server.get('/who', (request, reply) => reply.send(request.ip))
  server.post('/form', (_request, reply) => reply.page(words('saved')))
})
afterAll(async () => {
  await server.close()
  await rm(assetsFolder, { recursive: true })
})

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

test('a page is escaped, in the visitor’s language, with strict headers', async () => {
  const reply = await server.inject({ url: '/', headers: { 'accept-language': 'en' } })
  expect(reply.body).toBe('<!doctype html><html><body>&lt;en></body></html>')
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
  expect(reply.headers['content-security-policy']).not.toContain('unsafe')
  expect(reply.headers['x-content-type-options']).toBe('nosniff')
  expect(reply.headers['referrer-policy']).toBe('same-origin')
  expect(reply.headers['vary']).toContain('Accept-Language')
})

test('a failure shows its number and no detail', async () => {
  const reply = await server.inject('/boom')
  expect(reply.statusCode).toBe(500)
  expect(reply.body).toMatch(/broken [0-9a-f]{8}/)
  expect(reply.body).not.toContain('secret')
})

test('without its database the site says so, and when to come back', async () => {
  const reply = await server.inject('/away')
  expect(reply.statusCode).toBe(503)
  expect(reply.headers['retry-after']).toBe('5')
})

test('an unknown address is a page, with 404', async () => {
  const reply = await server.inject('/nulle-part')
  expect([reply.statusCode, reply.body]).toEqual([404, '<!doctype html><html><body>absent</body></html>'])
})

test('a form of a megabyte is refused, and so is one in another format', async () => {
  const huge = await server.inject({
    method: 'POST',
    url: '/form',
    headers: form,
    payload: `a=${'x'.repeat(1e6)}`,
  })
  expect(huge.statusCode).toBe(413)
  const xml = await server.inject({
    method: 'POST',
    url: '/form',
    headers: { ...form, 'content-type': 'text/xml' },
    payload: '<a/>',
  })
  expect(xml.statusCode).toBe(415)
})

test('only our own pages may send a form', async () => {
  expect(
    (await server.inject({ method: 'POST', url: '/form', headers: form, payload: 'a=1' })).statusCode,
  ).toBe(200)
  const elsewhere = { ...form, 'sec-fetch-site': 'cross-site' }
  expect(
    (await server.inject({ method: 'POST', url: '/form', headers: elsewhere, payload: 'a=1' })).statusCode,
  ).toBe(403)
})

test.each(['/%', '/%E0%A4%A', '/by/%00', '/?q=a%00', `/by/${'a'.repeat(300)}`])(
  'a link such as %s, cut or tampered with, is the page for unknown addresses',
  async (url) => {
    const reply = await server.inject(url)
    expect([reply.statusCode, reply.body]).toEqual([404, '<!doctype html><html><body>absent</body></html>'])
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
  },
)

test('behind a proxy, what a visitor claims about addresses counts for nothing', async () => {
  const reply = await server.inject({
    url: '/who',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' },
  })
  expect(reply.body).toBe('203.0.113.7')
})

test('a form to an address that does not exist is refused from elsewhere and unknown from here', async () => {
  const send = (headers: Record<string, string>) =>
    server.inject({ method: 'POST', url: '/nulle-part', headers, payload: 'a=1' })
  expect((await send({ ...form, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await send(form)).statusCode).toBe(404)
})

test('a style sheet is handed out as the same for everybody, and kept for ever', async () => {
  const sheet = await server.inject('/assets/main.css')
  expect([sheet.statusCode, sheet.body, marked.at(-1)]).toEqual([200, 'body{}', true])
  expect(sheet.headers['cache-control']).toContain('immutable')
  await server.inject('/by/rose')
  expect(marked.at(-1)).toBeUndefined()
})

test('stopping waits for the page being made, and for nobody who only keeps a connection open', async () => {
  const begun = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const stopping = await createServer(options)
  stopping.get('/', (_request, reply) => reply.page(words('there')))
  stopping.get('/slow', async (_request, reply) => {
    begun.resolve()
    await release.promise
    return reply.page(words('made'))
  })
  const address = await stopping.listen({ host: '127.0.0.1', port: 0 })
  // No connection ends by itself, on either side: were one waited for, this test would never end.
  stopping.server.keepAliveTimeout = 0
  const idle = openAndAsk(address, '/')
  expect(String(await once(idle, 'data'))).toContain('200 OK')
  const slow = openAndAsk(address, '/slow')
  await begun.promise
  const stopped = stopping.close()
  await once(idle.resume(), 'close')
  release.resolve()
  expect(String(await once(slow, 'data'))).toContain('made')
  await stopped
})

/** A connection that is kept open after its request, as browsers do. */
function openAndAsk(address: string, path: string): Socket {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  return socket
}

test('a form sent one letter a minute does not hold its connection for ever', () => {
  expect(server.server.requestTimeout).toBeGreaterThan(0)
})
