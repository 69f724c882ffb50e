import { expect, test } from 'vitest'
import { readPdf } from '../testing/read-pdf.ts'
import { writePdf, type PdfBlock } from './pdf.ts'

const pdfOf = async (...blocks: PdfBlock[]) =>
  readPdf(
    await writePdf({
      language: 'fr',
      title: 'Été à Noël',
      author: 'La rue',
      madeAt: new Date('2026-11-23T09:00:00Z'),
      brand: { deep: 'oklch(35% 0.065 162)', bright: 'oklch(55% 0.195 28)' },
      blocks,
      foot: { words: 'rue.example', page: (number, total) => `Page ${number} sur ${total}` },
    }),
  )

test('a document says its title and its language, that it is tagged, and carries its fonts', async () => {
  const { text } = await pdfOf({ kind: 'title', words: 'Bonjour' })
  expect(text).toContain('/Lang (fr)')
  expect(text).toMatch(/\/MarkInfo \d+ 0 R/)
  expect(text).toContain('/Marked true')
  expect(text).toContain('/DisplayDocTitle true')
  expect(text).toContain('/FontFile2')
})

test('headings, paragraphs, lists and links keep their order and their sense', async () => {
  const { structure, bookmarks } = await pdfOf(
    { kind: 'title', words: 'Votre plan' },
    { kind: 'heading', words: 'À faire' },
    { kind: 'subheading', words: 'Être trouvé' },
    { kind: 'paragraph', label: 'Ici :', words: 'la page', url: 'https://rue.example/' },
    { kind: 'list', items: ['un', 'deux'] },
  )
  expect(structure.map(({ role }) => role)).toEqual(
    'Document H1 H2 H3 P Link L LI Lbl LBody LI Lbl LBody'.split(' '),
  )
  expect(bookmarks.toSorted()).toEqual(['À faire', 'Être trouvé'])
})

test('a table says which cells head its columns and its lines', async () => {
  const { structure } = await pdfOf({
    kind: 'table',
    caption: 'Thèmes',
    columns: [{ heading: 'Thème' }, { heading: 'Sûr', numeric: true }],
    rows: [['Vendre', '12']],
  })
  expect(structure.map(({ role, scope }) => (scope ? `${role} ${scope}` : role))).toEqual([
    'Document',
    'Table',
    'Caption',
    'TR',
    'TH Column',
    'TH Column',
    'TR',
    'TH Row',
    'TD',
  ])
})

test('bars are a picture with its words', async () => {
  const bars = [{ label: 'Vendre', value: '12 sur 100', range: { low: 12, high: 40 } }]
  const { structure } = await pdfOf({ kind: 'bars', bars, alt: 'Vendre : 12 sur 100 à peu près.' })
  expect(structure.at(-1)).toEqual({ role: 'Figure', alt: 'Vendre : 12 sur 100 à peu près.', scope: null })
})

test('every letter of French prints, and a letter that the font lacks is noticed', async () => {
  const french = 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûüÿ « » ’ – — … € 1\u202f234\u00a0:'
  const say = (words: string): PdfBlock => ({ kind: 'paragraph', words })
  expect((await pdfOf(say(french))).missingCharacters).toBe(0)
  expect((await pdfOf(say('漢字'))).missingCharacters).toBe(2)
})

test('a long document has as many pages as it needs, and its words stay in one piece', async () => {
  const words = 'Une phrase assez longue pour aller à la ligne, et puis encore un peu. '.repeat(12)
  const { text, structure } = await pdfOf(
    ...Array.from({ length: 12 }, (): PdfBlock => ({ kind: 'paragraph', words })),
  )
  expect([...text.matchAll(/\/Type \/Page\n/g)].length).toBeGreaterThan(1)
  expect(structure.filter(({ role }) => role === 'P')).toHaveLength(12)
})
