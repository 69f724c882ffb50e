import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSiret, isSiren, isSiret, luhnDigit, parseSiret } from './siret.ts'

/** A possible SIRET from thirteen free digits: the ninth and the last are the check digits. */
function siretFrom(firm: string, place: string): string {
  const siren = firm + luhnDigit(firm)
  return siren + place + luhnDigit(siren + place)
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const aSiret = fc.tuple(digits(8), digits(4)).map(([firm, place]) => siretFrom(firm, place))
const isPostOffice = (siret: string) => siret.startsWith('356000000')

describe('a number that is right', () => {
  test('is read whatever the spaces in it', () => {
    const spaces = fc.array(fc.constantFrom('', ' ', '\u00a0', '\u202f', '\t'), {
      minLength: 14,
      maxLength: 14,
    })
    fc.assert(
      fc.property(aSiret, spaces, (siret, gaps) => {
        const written = siret
          .split('')
          .map((digit, index) => gaps[index] + digit)
          .join('')
        expect(parseSiret(written)).toEqual({ ok: true, siret })
      }),
    )
  })

  test('keeps its leading zeros', () => {
    expect(parseSiret('005 880 034 00011')).toEqual({ ok: true, siret: '00588003400011' })
  })

  test('reads well on paper', () => {
    expect(formatSiret('00588003400011')).toBe('005\u00a0880\u00a0034 00011')
  })
})

describe('a number that is wrong', () => {
  test('is noticed when one digit is mistyped', () => {
    fc.assert(
      fc.property(aSiret, fc.nat(13), fc.integer({ min: 1, max: 9 }), (siret, place, shift) => {
        const other = (Number(siret[place]) + shift) % 10
        const mistyped = siret.slice(0, place) + other + siret.slice(place + 1)
        fc.pre(!isPostOffice(mistyped))
        expect(isSiret(mistyped)).toBe(false)
      }),
    )
  })

  test('is noticed when the firm alone is wrong, even if all fourteen digits add up', () => {
    const wrongFirm = '005880035'
    const siret = `${wrongFirm}0001`
    expect(parseSiret(siret + luhnDigit(siret))).toEqual({ ok: false, reason: 'siret.checksum' })
  })

  test('two real ones of a public list are refused', () => {
    expect(parseSiret('47945668900016')).toEqual({ ok: false, reason: 'siret.checksum' })
    expect(parseSiret('49278724900010')).toEqual({ ok: false, reason: 'siret.checksum' })
  })

  test.each(['5.23844E+13', '5,23844E+13', '5E+13', '5.23844e13'])(
    '%s was destroyed by a spreadsheet',
    (written) => {
      expect(parseSiret(written)).toEqual({ ok: false, reason: 'siret.spreadsheet' })
    },
  )

  test.each(['A94314008001', '123', '0058800340001', '005880034000110', '00588003400011.0'])(
    '%s has not the shape of one',
    (written) => {
      expect(parseSiret(written)).toEqual({ ok: false, reason: 'siret.shape' })
    },
  )

  test('an empty cell is missing, not wrong', () => {
    expect(parseSiret(' \t ')).toEqual({ ok: false, reason: 'siret.missing' })
  })
})

describe('La Poste', () => {
  test('a post office is right when its digits add up to a multiple of five', () => {
    fc.assert(
      fc.property(digits(5), (place) => {
        const total = `356000000${place}`.split('').reduce((sum, digit) => sum + Number(digit), 0)
        fc.pre(total % 5 === 0)
        expect(isSiret(`356000000${place}`)).toBe(true)
      }),
    )
  })

  test('its head office follows the usual rule', () => {
    expect(isSiret('35600000000048')).toBe(true)
  })

  test('a number of La Poste that follows neither rule is refused', () => {
    expect(isSiret('35600000000002')).toBe(false)
  })
})

test('a firm has nine digits', () => {
  expect(isSiren('005880034')).toBe(true)
  expect(isSiren('005880035')).toBe(false)
  expect(isSiren('00588003')).toBe(false)
})
