import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import type { PageContext } from './page-context.ts'
import { Page } from './page.tsx'
import { writePage } from '../core/http.ts'
import { StaffPage } from './staff-page.tsx'

const written = (document: VNode) => writePage(document).toString()

const page: PageContext = {
  language: 'fr',
  path: '/formations/avis?jour=mardi',
  programme: { name: 'Soutenons nos TPE-PME', organisation: 'la Fédération' },
  assets: {
    sheets: { main: '/assets/main.css', counter: '/assets/counter.css' },
    islands: {},
    brandCss: '/marque.css',
  },
  person: null,
  requestId: 'r1',
  publicUrl: 'https://pignon.example.org',
}
const render = (changes: Partial<PageContext> = {}) =>
  written(
    <Page page={{ ...page, ...changes }} title="Répondre aux avis" description="En 30 minutes.">
      <h1>Répondre aux avis</h1>
    </Page>,
  )

test('a page says its language, its title and the programme', () => {
  const html = render()
  expect(html).toMatch(/^<!doctype html><html lang="fr">/)
  expect(html).toContain('<title>Répondre aux avis – Soutenons nos TPE-PME</title>')
  expect(html).toContain('<meta name="description" content="En 30 minutes."/>')
})

test('the brand comes after the built style sheet, so that it wins', () => {
  const html = render()
  expect(html.indexOf('/assets/main.css')).toBeLessThan(html.indexOf('/marque.css'))
})

test('a page asks for its script only where that was built', () => {
  const withScript = (islands: Record<string, string>) =>
    written(
      <Page page={{ ...page, assets: { ...page.assets, islands } }} title="Question" island="questions">
        <h1>Question</h1>
      </Page>,
    )
  expect(withScript({ questions: '/assets/questions-1.js' })).toContain(
    '<script type="module" src="/assets/questions-1.js"></script>',
  )
  expect(withScript({})).not.toContain('<script')
  expect(render()).not.toContain('<script')
})

test('the sheet of the counter is at the counter only', () => {
  expect(render()).not.toContain('/assets/counter.css')
  const staff = written(
    <StaffPage page={page} title="Comptoir">
      <h1>Comptoir</h1>
    </StaffPage>,
  )
  expect(staff).toContain('/assets/main.css')
  expect(staff).toContain('/assets/counter.css')
})

test('the language switch comes back to the same page', () => {
  const html = render()
  expect(html).toMatch(/<form class="language" method="post" action="\/langue">/)
  expect(html).toContain('name="return" value="/formations/avis?jour=mardi"')
  expect(html).toMatch(/name="language" value="en" lang="en"[^>]*>English</)
  expect(render({ language: 'en' })).toMatch(/value="fr" lang="fr"[^>]*>Français</)
})

test('the menu shows where one is', () => {
  expect(render()).toContain('<a href="/formations" aria-current="true">Formations</a>')
  expect(render({ path: '/formations' })).toContain('<a href="/formations" aria-current="page">')
})

test('a person who is signed in finds their space, and the team its counter', () => {
  const person = {
    name: null,
    email: 'keller@example.org',
    isStaff: false,
    seesBusinesses: false,
    writesMailings: false,
  }
  expect(render({ person })).toContain('Mon espace')
  expect(render({ person })).not.toContain('Comptoir')
  expect(render({ person: { ...person, isStaff: true } })).toContain('Comptoir')
})

test('a shared link does not carry the query', () => {
  expect(render()).toContain('property="og:url" content="https://pignon.example.org/formations/avis"')
})

test('pages of the team are kept from search engines', () => {
  const html = written(
    <StaffPage page={page} title="Commerces" context={<p>À faire</p>}>
      <h1>Commerces</h1>
    </StaffPage>,
  )
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toContain('og:title')
  expect(html).toContain('<aside')
})
