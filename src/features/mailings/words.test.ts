import { assert, property, string as anyString } from 'fast-check'
import { expect, test } from 'vitest'
import { fillIn, fillInHtml, unknownFields, type Filling } from './merge.ts'
import { warningsOf } from './warnings.ts'

const filling = (more: Partial<Filling> = {}): Filling => ({
  commerce: 'Au pain doré',
  commune: 'Metz',
  relais: 'Union',
  telephone: '',
  diagnostic: 'https://pignon.example.org/diagnostic',
  desabonnement: 'https://pignon.example.org/u/x',
  ...more,
})

test('a name is filled once, in one line, and is never read as a place or as HTML', () => {
  const name = 'Chez {{telephone}}\r\nBcc: <b>tous</b>'
  expect(fillIn('Bonjour {{ commerce }}', filling({ commerce: name }))).toBe(
    'Bonjour Chez {{telephone}} Bcc: <b>tous</b>',
  )
  expect(fillInHtml('<p>{{commerce}}</p>', filling({ commerce: '<script>"&' }))).toBe(
    '<p>&lt;script&gt;&quot;&amp;</p>',
  )
})

test('whatever a file calls a business, a subject stays one short line', () => {
  assert(
    property(anyString({ unit: 'binary', maxLength: 2000 }), (name) => {
      const subject = fillIn('Pour {{commerce}}', filling({ commerce: name }))
      expect(subject).not.toMatch(/[\r\n\0]/)
      expect(subject.length).toBeLessThanOrEqual(505)
    }),
  )
  expect(fillIn('{{commerce}}', filling({ commerce: 'x'.repeat(40_000) }))).toHaveLength(500)
})

test('a place that nobody can fill is named', () => {
  expect(unknownFields('{{commerce}} {{prenom}} {{ nom }} {{desabonnement}} {{}}')).toEqual([
    'prenom',
    'nom',
    'desabonnement',
    '',
  ])
})

const text = (more: object = {}) => ({
  subject: 'Une date',
  preheader: 'Gratuit',
  body: '{{diagnostic}}',
  ...more,
})
const kinds = (fr: object, html = '') =>
  warningsOf({ fr: text(fr), en: text() }, html).map(({ kind }) => kind)

test('what filters and people dislike is said before the mailing leaves', () => {
  expect(kinds({})).toEqual([])
  expect(kinds({ preheader: '' })).toEqual(['preheader-missing'])
  expect(kinds({ subject: 'FORMATION GRATUITE POUR TOUS' })).toEqual(['capitals'])
  expect(kinds({ subject: 'Vite ! Vite !' })).toEqual(['exclamations'])
  expect(kinds({ subject: 'x'.repeat(61) })).toEqual(['subject-long'])
  expect(kinds({ body: 'Bonjour' })).toEqual(['no-link'])
  expect(kinds({}, 'x'.repeat(100_001))).toEqual(['too-large'])
  expect(warningsOf({ fr: text(), en: null }, '').map(({ kind }) => kind)).toEqual(['english-missing'])
})

test.each(['http:/exemple.fr', 'https//exemple.fr', 'http://', 'www.exemple.fr', 'https://exemple'])(
  '%s leads nowhere',
  (link) => {
    expect(kinds({ body: `Voyez ${link} vite.\n\n{{diagnostic}}` })).toEqual(['broken-link'])
  },
)

test.each(['https://exemple.fr', 'http://exemple.fr/a?b=c#d.', 'https://www.éxemple.fr/x)'])(
  '%s leads somewhere',
  (link) => {
    expect(kinds({ body: `Voyez ${link}` })).toEqual([])
  },
)
