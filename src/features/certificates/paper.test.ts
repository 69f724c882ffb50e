import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPdf, unpackPdf } from '../../testing/read-pdf.ts'
import { qrOf } from '../../ui/pdf-qr.ts'
import { writeDiploma } from '../../ui/pdf-diploma.ts'
import type { Certificate } from './certificate.ts'
import { certificatePaper } from './paper.view.tsx'

const publicUrl = 'https://pignon.example.org'
const certificate: Certificate = {
  id: 'f7b5a1de-2a1f-4f3e-9d5b-0c9c4d1e6a11',
  code: 'k7qf3mzt8h2wy4pnvd6xrcj5ab',
  trainingId: 'F01',
  name: 'Rose Lefèvre',
  language: 'fr',
  title: 'Prendre en main sa fiche sur la carte',
  minutes: 30,
  followedOn: '2026-11-24',
  way: 'declared',
  rightCount: 3,
  questionCount: 3,
  programme: {
    name: 'Un programme',
    organisation: 'Une fédération',
    brand: { deep: 'oklch(36% 0.07 160)', bright: 'oklch(50% 0.19 27)' },
  },
  issuedAt: new Date('2026-11-25T10:00:00Z'),
}
const golden = join(import.meta.dirname, 'golden/certificate.pdf')

const write = (more: Partial<Certificate> = {}) =>
  writeDiploma(certificatePaper({ ...certificate, ...more }, publicUrl))

test('drawn twice, at any time, the certificate is the same to the byte', async () => {
  const first = await write()
  const second = await write()
  expect(first.equals(second)).toBe(true)
  expect((await write({ name: 'Rosa Lefèvre' })).equals(first)).toBe(false)
})

test('the certificate is drawn as it has always been', async () => {
  expect(unpackPdf(await write())).toEqual(unpackPdf(await readFile(golden)))
})

test('a screen reader meets the title, the sentence with the name, and what the square is for', async () => {
  const { text, structure, missingCharacters } = readPdf(await write())
  expect(text).toContain('/Lang (fr)')
  expect(text).toContain('/DisplayDocTitle true')
  expect(text).toContain(`/URI (${publicUrl}/certificats/${certificate.code})`)
  const roles = structure.map(({ role }) => role)
  expect(roles.slice(0, 4)).toEqual(['Document', 'P', 'H1', 'P'])
  const squares = structure.find(({ role }) => role === 'Figure')
  expect(squares?.alt).toContain(`${publicUrl}/certificats/${certificate.code}`)
  expect(missingCharacters).toBe(0)
})

test('names of all Europe and of Vietnam print whole; rarer letters lose their accent and never become a box', async () => {
  for (const name of [
    'Łukasz Wiśniewski',
    'Nguyễn Thị Hạnh',
    'Şükrü Çağlar',
    'Đorđe Ĉaĝo',
    'Ŧ ŀ Ǆ',
    'A'.repeat(80),
  ])
    expect(readPdf(await write({ name })).missingCharacters).toBe(0)
})

test('the longest name and title stay on one page', async () => {
  const name = 'Marie-Françoise-Élisabeth de la Rochefoucauld-Montmorency d’Estissac de Liancourt'
  const title = 'Répondre aux avis, même les mauvais, et en faire la meilleure vitrine de sa boutique'
  const { text } = readPdf(await write({ name, title }))
  expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1)
})

test('the square has the size and the three corners that scanners look for', async () => {
  const { size, dark } = await qrOf(`${publicUrl}/certificats/${certificate.code}`)
  expect((size - 17) % 4).toBe(0)
  for (const [row, column] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    const ring = [0, 1, 2, 3, 4, 5, 6].map((i) => dark(row, column + i))
    const inside = [0, 1, 2, 3, 4, 5, 6].map((i) => dark(row + 1, column + i))
    expect(ring).toEqual([true, true, true, true, true, true, true])
    expect(inside).toEqual([true, false, false, false, false, false, true])
  }
})
