import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type Content,
  ContentError,
  contentHash,
  listContent,
  openContent,
  readContent,
  readFiles,
  refused,
  reportProblem,
} from './content.ts'

const shop = z.strictObject({
  name: z.string(),
  hours: z.array(z.strictObject({ day: z.string(), from: z.number() })),
})

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(text: string | Uint8Array): Promise<Content> {
  await writeFile(join(folder, 'shop.yaml'), text)
  const content = openContent(folder)
  await readContent(content, 'shop.yaml', shop)
  return content
}

test('a good file is read as it stands', async () => {
  await writeFile(join(folder, 'shop.yaml'), 'name: Chez Léa\nhours:\n  - { day: lundi, from: 9 }\n')
  const content = openContent(folder)
  expect(await readContent(content, 'shop.yaml', shop)).toEqual({
    name: 'Chez Léa',
    hours: [{ day: 'lundi', from: 9 }],
  })
  expect(content.problems).toEqual([])
})

test.each([
  ['a key written twice', 'name: A\nname: B\nhours: []\n', 2, /keys must be unique/i],
  ['a tab instead of spaces', 'name: A\nhours:\n\t- day: lundi\n', 3, /tab/i],
  ['an empty file', '', 1, /empty/],
  ['a file of comments only', '# nothing yet\n', 1, /empty/],
  [
    'a word where a number is due',
    'name: A\nhours:\n  - day: lundi\n    from: neuf\n',
    4,
    /hours\.0\.from: .*number/,
  ],
  [
    'a key nobody knows',
    'name: A\nhours:\n  - day: lundi\n    form: 9\n    from: 9\n',
    4,
    /hours\.0\.form: unknown key/,
  ],
  [
    'a key left out',
    'name: A\nhours:\n  - day: mardi\n    from: 9\n  - day: lundi\n',
    5,
    /hours\.1\.from: is missing/,
  ],
  ['a list where a word is due', 'hours: []\nname:\n  - A\n', 2, /name: .*string/],
  ['two documents in one file', 'name: A\nhours: []\n---\nname: B\n', 3, /document/i],
])('%s is named with its file and line', async (_what, text, line, message) => {
  const content = await read(text)
  expect(content.problems).toEqual([
    { file: 'shop.yaml', line, column: expect.any(Number), message: expect.stringMatching(message) },
  ])
})

test('a file that is absent, or is not text, is named', async () => {
  const content = await read(new Uint8Array([0x6e, 0xff, 0xfe]))
  await readContent(content, 'absent.yaml', shop)
  expect(content.problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'shop.yaml this file is not UTF-8 text',
    'absent.yaml this file is missing or cannot be read',
  ])
})

test('all problems come in one error, one line each, in reading order', async () => {
  const content = await read('name: 3\nhours: []\nopen: yes\n')
  reportProblem(content, 'shop.yaml', ['hours'], 'a shop opens at least once a week')
  const error = refused(content)
  expect(error).toBeInstanceOf(ContentError)
  expect(error.message.split('\n')).toEqual([
    expect.stringMatching(/^shop\.yaml:1:1 name: /),
    'shop.yaml:2:1 hours: a shop opens at least once a week',
    'shop.yaml:3:1 open: unknown key',
  ])
})

test('a file that would go unread is a problem, and so is an absent folder', async () => {
  await writeFile(join(folder, 'a.yml'), 'name: A\n')
  await writeFile(join(folder, 'b.yaml'), 'name: B\n')
  const content = openContent(folder)
  expect(await listContent(content, '.')).toEqual(['b.yaml'])
  expect(await listContent(content, 'elsewhere')).toEqual([])
  expect(content.problems.map(({ file }) => file)).toEqual(['a.yml', 'elsewhere'])
})

test('the hash changes with a letter or a name, not with the order or the line ends', async () => {
  const hash = contentHash(
    new Map([
      ['a', 'x\ny'],
      ['b', 'z'],
    ]),
  )
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(
    contentHash(
      new Map([
        ['b', 'z'],
        ['a', 'x\r\ny'],
      ]),
    ),
  ).toBe(hash)
  expect(
    contentHash(
      new Map([
        ['a', 'x\ny'],
        ['b', 'Z'],
      ]),
    ),
  ).not.toBe(hash)
  expect(
    contentHash(
      new Map([
        ['a', 'x\ny'],
        ['c', 'z'],
      ]),
    ),
  ).not.toBe(hash)
  const content = await read('name: A\nhours: []\n')
  expect(contentHash(readFiles(content))).toBe(contentHash(new Map([['shop.yaml', 'name: A\nhours: []\n']])))
})
