import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseOpeningHours } from './opening-hours.ts'

describe('opening hours', () => {
  test.each([
    [
      'Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-12:00; PH off',
      'Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-12:00; PH off',
    ],
    ['Du lundi au vendredi de 9h à 12h30', 'Mo-Fr 09:00-12:30'],
    ['Du lundi au vendredi, de 9h30 à 17h', 'Mo-Fr 09:30-17:00'],
    [
      'Lundi et Jeudi : 9h à 12h30 et 13h30 à 17h Mardi 9h-12h',
      'Mo,Th 09:00-12:30,13:30-17:00; Tu 09:00-12:00',
    ],
    ['LUN - JEU : 9h - 12h / 14h - 17h', 'Mo-Th 09:00-12:00,14:00-17:00'],
    ['le lundi et le mardi de 17H30 à 19H30, le mercredi de 10h à 12H', 'Mo,Tu 17:30-19:30; We 10:00-12:00'],
    ['Tous les jours de 8:00 à 20:00', 'Mo-Su 08:00-20:00'],
    ['mardi au samedi 9h-19h, fermé le dimanche et le lundi', 'Tu-Sa 09:00-19:00; Su,Mo off'],
    ['samedi après-midi de 14h à 16h', 'Sa 14:00-16:00'],
  ])('%s', (written, expected) => expect(parseOpeningHours(written)).toBe(expected))

  test.each([
    'sur rendez-vous',
    'Lundi - samedi',
    '9h-12h 14h-18h',
    'Lundi au vendredi : 9h à 18h (lundi et jeudi matin fermé)',
    'Lundi au vendredi de 9h à 18h, lundi et jeudi matin fermé',
    'Lundi 9h à 12h, vendredi de 14h à 16h sauf en juillet',
    'mercredi de 14 à 18h',
    'lundi 9h-12h lundi 14h-17h',
    'lundi de 25h à 26h',
    '',
  ])('that are not understood to the last word are left alone: %s', (written) =>
    expect(parseOpeningHours(written)).toBeNull(),
  )

  test('whatever is written, the result is in the syntax or nothing, and reads as itself', () => {
    const words = array(
      constantFrom(
        'lundi',
        'mardi',
        'dimanche',
        'au',
        'à',
        'et',
        ',',
        '9h',
        '12h30',
        '14:00',
        'fermé',
        'de',
        '-',
      ),
      { maxLength: 14 },
    )
    assert(
      property(words, string(), (known, noise) => {
        for (const written of [known.join(' '), noise]) {
          const parsed = parseOpeningHours(written)
          expect(parsed === null || parseOpeningHours(parsed) === parsed).toBe(true)
        }
      }),
    )
  })
})
