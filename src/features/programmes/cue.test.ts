import { expect, test } from 'vitest'
import { readCues } from './cue.ts'

const file = (...cues: string[]) => ['WEBVTT', ...cues].join('\n\n')

test('words are read without their marks, on one line', () => {
  const text = file(
    'NOTE made by hand',
    '1\n00:01.000 --> 00:02.500 align:start\n<v Anne>Noix &amp; <b>miel</b>,\nmerci.',
  )
  expect(readCues(text, 'captions', 10)).toEqual({
    cues: [{ from: 1, until: 2.5, words: 'Noix & miel, merci.' }],
    faults: [],
  })
})

test('files of Windows are read too: their mark in front, their line ends', () => {
  const text = `\uFEFF${file('00:01.000 --> 00:02.000\nBonjour')}`.replaceAll('\n', '\r\n')
  expect(readCues(text, 'captions', 10).cues).toEqual([{ from: 1, until: 2, words: 'Bonjour' }])
})

test('a cue that ends with the replay is in time, one that ends later is named by its line', () => {
  const text = file('00:01.000 --> 00:09.000\nun', '00:09.000 --> 00:10.000\ndeux')
  expect(readCues(text, 'captions', 10).faults).toEqual([])
  expect(readCues(text, 'captions', 9).faults).toEqual([
    { line: 6, message: 'this ends at 10 s, the replay at 9 s' },
  ])
})
