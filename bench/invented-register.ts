/** A register of shops that do not exist, for machines without a real one: the same file every time. */
import { writeFileSync } from 'node:fs'

const heading =
  'siret,raisonsociale,enseigne,codenaf,trancheeffectif,numerorue,libellerue,codepostal,codecommune,departement,coordinates_x,coordinates_y'
const trades = ['4771Z', '5610A', '9602A', '1071C', '4776Z', '5630Z', '4721Z', '4120A', '6201Z', '9601B']
const sizes = ['', '00', '01', '02', '03', '11']
const streets = [
  'RUE DU MARCHE',
  'PLACE DE LA MAIRIE',
  'AVENUE DES TILLEULS',
  "QUAI DE L'ECLUSE",
  'RUE HAUTE',
]

/** Writes `count` lines in the layout of the register of a town. */
export function writeInventedRegister(file: string, count: number): void {
  const lines = Array.from({ length: count }, (_, number) => line(number))
  writeFileSync(file, `${[heading, ...lines].join('\r\n')}\r\n`)
}

function line(number: number): string {
  const pick = (list: readonly string[]) => list[(number * 7) % list.length] ?? ''
  const place = [
    `${(number % 90) + 1}`,
    `"${pick(streets)}"`,
    '57000',
    '57463',
    '57',
    `6.1${number % 1000}`,
    `49.1${number % 1000}`,
  ]
  const sign = number % 3 === 0 ? `"AU COIN, ${number}"` : ''
  return [siret(number), `MAISON INVENTEE ${number}`, sign, pick(trades), pick(sizes), ...place].join(',')
}

/** A number that passes the checks of a SIRET and starts with 000, which INSEE never gave. */
function siret(number: number): string {
  const siren = withCheckDigit(`000${`${number}`.padStart(5, '0')}`)
  return withCheckDigit(`${siren}0001`)
}

/** Luhn: every second digit from the right, the check digit being the first, is doubled. */
function withCheckDigit(digits: string): string {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
