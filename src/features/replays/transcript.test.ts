import { expect, test } from 'vitest'
import { markOf, transcriptOf, transcriptText } from './transcript.ts'
import { findWords } from './search.ts'

const cue = (from: number, words: string) => ({ from, until: from + 2, words })

test('captions become sentences, and a sentence over two captions stays one', () => {
  const captions = [
    cue(0, 'Bonjour.'),
    cue(2, 'Cherchez votre'),
    cue(4, 'commerce. Merci.'),
    cue(6, 'Et voilà'),
  ]
  expect(transcriptOf(captions, [])).toEqual([
    {
      at: 0,
      title: null,
      sentences: [
        { at: 0, words: 'Bonjour.' },
        { at: 2, words: 'Cherchez votre commerce. Merci.' },
        { at: 6, words: 'Et voilà' },
      ],
    },
  ])
})

test('each chapter has the sentences that begin in it; what comes before the first one is not lost', () => {
  const paragraphs = transcriptOf(
    [cue(0, 'Un.'), cue(5, 'Deux.'), cue(9, 'Trois.')],
    [cue(4, 'A'), cue(9, 'B')],
  )
  expect(paragraphs.map(({ title, sentences }) => [title, sentences.map(({ words }) => words)])).toEqual([
    [null, ['Un.']],
    ['A', ['Deux.']],
    ['B', ['Trois.']],
  ])
})

test('as a file, the text has its chapters with their moment', () => {
  const paragraphs = transcriptOf([cue(0, 'Un.'), cue(65, 'Deux.')], [cue(0, 'A'), cue(60, 'B')])
  expect(transcriptText('Titre', paragraphs)).toBe('Titre\n\n0:00  A\nUn.\n\n1:00  B\nDeux.\n')
})

test.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [65, '1:05'],
  [3727, '1:02:07'],
])('second %d is written %s', (seconds, mark) => {
  expect(markOf(seconds)).toBe(mark)
})

test.each([
  ['L’étoile du métier', 'etoile', 'étoile'],
  ['L’étoile du métier', "l'ét", 'L’ét'],
  ['La sœur', 'SOEUR', 'sœur'],
  ['deux fiches', 'deux  ', 'deux'],
  ['C’est fait :', 'fait :', 'fait :'],
])('in « %s », « %s » finds « %s »', (text, asked, found) => {
  expect(findWords(text, asked).map(({ from, until }) => text.slice(from, until))).toEqual([found])
})

test('every place is found, and an empty question finds none', () => {
  expect(findWords('code, code', 'code')).toHaveLength(2)
  expect(findWords('code', '   ')).toEqual([])
  expect(findWords('aaa', 'aa')).toHaveLength(1)
})
