import { expect, test } from 'vitest'
import { aBusiness } from '../../testing/a-business.ts'
import { aDiagnostic } from '../../testing/a-diagnostic.ts'
import { anApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { readPdf } from '../../testing/read-pdf.ts'
import { writePdf } from '../../ui/pdf.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { findRun } from '../diagnostics/store.ts'
import { findComparison } from '../editions/find-comparison.ts'
import { makeEdition } from '../editions/make-edition.ts'
import { planPaper } from './paper.view.tsx'
import { findPlan } from './store.ts'

const database = freshDatabase()
const app = anApp(database)

const baker = {
  minutes: 'minutes-30',
  euros: 'euros-10',
  goal: 'be-found',
  'map-listing': 'no',
  website: 'no',
  social: 'one',
  'domain-email': 'no',
  reviews: 'dont-know',
  promotion: 'no',
  backup: 'no',
}

const finished = () =>
  aDiagnostic(database.db, { programme: app.programme, answers: baker, isFinished: true })

const askFor = (path: string, language = 'fr') =>
  app.server.inject({ url: path, headers: { 'accept-language': language } })

test('the plan is a document to keep: nobody else keeps it, and it is tagged from its title to its address', async () => {
  const { token } = await finished()
  const reply = await askFor(`/diagnostic/${token}/mon-plan.pdf`)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-type']).toBe('application/pdf')
  expect(reply.headers['content-disposition']).toBe('attachment; filename="mon-plan-2026-11-23.pdf"')
  expect(reply.headers['cache-control']).toBe('private, no-store')
  const { text, structure, bookmarks, missingCharacters } = readPdf(reply.rawPayload)
  expect(text).toContain('/Lang (fr)')
  expect(text).toContain(`/URI (http://localhost:3000/diagnostic/${token})`)
  const roles = structure.map(({ role }) => role)
  expect(roles.slice(0, 3)).toEqual(['Document', 'H1', 'P'])
  for (const role of ['H2', 'H3', 'Figure', 'Table', 'L', 'Link']) expect(roles).toContain(role)
  expect(bookmarks).toContain('Où vous en êtes')
  expect(missingCharacters).toBe(0)
})

test('the five axes are a picture with its words, a table with a line each, and a sentence each', async () => {
  const { token } = await finished()
  const { structure } = readPdf((await askFor(`/diagnostic/${token}/mon-plan.pdf`)).rawPayload)
  const picture = structure.find(({ role }) => role === 'Figure')?.alt ?? ''
  for (const { title } of app.programme.axes) expect(picture).toContain(title.fr)
  expect(structure.filter(({ scope }) => scope === 'Row')).toHaveLength(app.programme.axes.length)
})

test('each action says its reason, its price, its first step and a way that is free', async () => {
  const { token } = await finished()
  const { plan, words } = await paperOf(token)
  expect(plan.lines.length).toBeGreaterThan(0)
  for (const { action } of plan.lines) {
    const { title, firstStep, freeWay } = app.programme.actions.find(({ id }) => id === action) ?? {}
    for (const text of [title?.fr, firstStep?.fr, freeWay?.fr])
      expect(words).toContain(spaced(text ?? 'missing'))
  }
  expect(words).toContain('Parce que vous avez répondu')
  expect(words).toMatch(/Mise en place/)
  expect(words).toContain('10 personnes et plus')
})

test('no action of the programme has a letter that would print as an empty box', async () => {
  const { token } = await finished()
  const { plan, page, comparison } = await paperOf(token)
  const lines = app.programme.actions.map(({ id }) => ({ action: id, kind: 'do' as const, because: [] }))
  for (const language of ['fr', 'en'] as const) {
    const all = planPaper({
      page: { ...page, language },
      programme: app.programme,
      plan: { ...plan, lines },
      token,
      comparison,
    })
    expect(readPdf(await writePdf(all)).missingCharacters).toBe(0)
  }
})

test('in English the document is in English; without a result there is none', async () => {
  const { token } = await finished()
  const english = await askFor(`/diagnostic/${token}/mon-plan.pdf`, 'en')
  expect(readPdf(english.rawPayload).text).toContain('/Lang (en)')
  expect(english.headers['content-disposition']).toContain('my-plan')
  const unfinished = await aDiagnostic(database.db, { programme: app.programme })
  const none = await askFor(`/diagnostic/${unfinished.token}/mon-plan.pdf`)
  expect([none.statusCode, none.headers.location]).toEqual([303, `/diagnostic/${unfinished.token}/resultat`])
  expect((await askFor('/diagnostic/AAAAAAAAAAAAAAAAAAAAAA/mon-plan.pdf')).statusCode).toBe(404)
})

test('once there is an edition, the document says whom the shop is compared with, and where it stands', async () => {
  const { programme } = app
  const before = await finished()
  expect((await paperOf(before.token)).words).not.toContain('comparé')
  for (let shop = 0; shop < 10; shop += 1) {
    const { id } = await aBusiness(database.db, {})
    await aDiagnostic(database.db, { programme, businessId: id, answers: baker, isFinished: true })
  }
  await makeEdition(database.db, app.services.clock, { programme })
  const { words } = await paperOf((await finished()).token)
  expect(words).toMatch(/Vous êtes comparé à 10 commerces/)
  expect(words).toContain('Vous êtes au milieu des autres.')
})

async function paperOf(token: string) {
  const run = await findRun(database.db, token)
  const plan = await findPlan(database.db, run?.id ?? '')
  if (!plan) throw new Error('no plan')
  const page = { language: 'fr', publicUrl: 'http://localhost:3000' } as PageContext
  const { programme } = app
  const comparison = await findComparison(database.db, programme, {
    ...plan,
    businessId: run?.businessId ?? null,
  })
  const { blocks } = planPaper({ page, programme, plan, token, comparison })
  const words = blocks
    .map((block) => ('words' in block ? block.words : 'items' in block ? block.items.join('\n') : ''))
    .join('\n')
  return { plan, page, comparison, words: spaced(words) }
}

const spaced = (words: string) => words.replaceAll(/[\u00A0\u202F]/g, ' ')
