/** The real web application on a test's database, without a port: requests are injected. */
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../app.ts'
import { readConfig } from '../core/config.ts'
import { transaction } from '../core/db.ts'
import type { Server } from '../core/http.ts'
import type { Services } from '../core/services.ts'
import type { StaffRole } from '../features/accounts/person.ts'
import { keepPerson, keepStaffMember } from '../features/accounts/store.ts'
import { loadProgramme } from '../features/programmes/load-programme.ts'
import type { Programme } from '../features/programmes/programme.ts'
import { keepRelease } from '../features/programmes/store.ts'
import { testLog, type TestDatabase } from './database.ts'

export const testNow = new Date('2026-11-23T09:00:00Z')

/** `html` has ordinary spaces where the page has no-break ones, so that tests can be typed. */
export type TestPage = { status: number; html: string; location: string; headers: Record<string, unknown> }

export type TestApp = {
  server: Server
  services: Services
  programme: Programme
  visitor: () => Visitor
  /** Signs in by the real way: code asked for, mail read, code entered. */
  signedInAs(role: StaffRole | null, email?: string): Promise<Visitor>
}

/** A browser with its cookies; redirects are not followed. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<TestPage>
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<TestPage>
  /** What it would send as its cookies. */
  cookie(): string
}

/** What the form of the page carries unseen in this field; empty when it has none. */
export function hidden(page: TestPage, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? ''
}

/** A clock that begins at `testNow` and gains a millisecond at each look, so that what comes later is later. */
export function tickingClock(): () => Date {
  let ticks = 0
  return () => new Date(testNow.getTime() + ticks++)
}

/** Call it at the top of a test file, after `freshDatabase()`. */
export function anApp(test: TestDatabase, clock: () => Date = tickingClock()): TestApp {
  const app = {} as TestApp
  beforeAll(async () => {
    const config = readConfig({
      DATABASE_URL: test.url,
      SECRET: 'a secret of at least thirty-two characters',
      DEV_MAIL: '1',
    })
    app.programme = await loadProgramme(config.programme)
    app.services = { config, db: test.db, clock, log: testLog, assets: { sheets: {}, islands: {} } }
    await transaction(test.db, (tx) => keepRelease(tx, clock(), app.programme))
    app.server = await createApp({
      services: app.services,
      programme: app.programme,
      assetsFolder: 'dist/none',
    })
    app.visitor = () => aVisitor(app.server)
    app.signedInAs = (role, email) => signIn(app, role, email)
  })
  afterAll(() => app.server?.close())
  return app
}

function aVisitor(server: Server): Visitor {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ) => {
    const all = { ...(cookies.size > 0 && { cookie: cookie() }), host: 'localhost:3000', ...headers }
    const reply = await server.inject({
      method,
      url,
      headers: all,
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value } of reply.cookies) cookies.set(name, value)
    return {
      status: reply.statusCode,
      html: reply.body.replaceAll(/[\u00A0\u202F]/g, ' '),
      location: reply.headers.location ?? '',
      headers: reply.headers,
    }
  }
  return {
    cookie,
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, fields = {}, headers = {}) => {
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
      return ask('POST', path, { ...form, ...headers }, new URLSearchParams(fields).toString())
    },
  }
}

async function signIn(
  { services, visitor }: TestApp,
  role: StaffRole | null,
  email = `${role ?? 'owner'}@example.org`,
): Promise<Visitor> {
  const { db, clock } = services
  await transaction(db, async (tx) => {
    const personId = await keepPerson(tx, clock(), { email, name: 'Camille Test', language: 'fr' })
    if (role) await keepStaffMember(tx, clock(), { personId, role, invitedBy: null })
  })
  const browser = visitor()
  await browser.post('/connexion', { email })
  const mail = await db
    .selectFrom('mails')
    .select('subject')
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  const entered = await browser.post('/connexion/code', { email, code: mail.subject.slice(0, 6) })
  if (entered.status !== 303) throw new Error(`could not sign in as ${email}: ${entered.status}`)
  return browser
}
