import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readAssets } from './assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('before the first build pages have no style sheet', () => {
  expect(readAssets(folder)).toEqual({ sheets: {}, islands: {} })
})

test('what only the counter needs is apart from what every phone loads', () => {
  mkdirSync(join(folder, '.vite'))
  const manifest = {
    'assets/styles/main.css': { file: 'assets/main-a1.css', name: 'main', isEntry: true },
    'assets/styles/counter.css': { file: 'assets/counter-b2.css', name: 'counter', isEntry: true },
    'src/islands/questions.tsx': { file: 'assets/questions-d4.js', name: 'questions', isEntry: true },
    'font.woff2': { file: 'assets/font-c3.woff2' },
  }
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
  expect(readAssets(folder)).toEqual({
    sheets: { main: '/assets/main-a1.css', counter: '/assets/counter-b2.css' },
    islands: { questions: '/assets/questions-d4.js' },
  })
})
