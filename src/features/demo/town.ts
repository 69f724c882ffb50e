/** The shops of the demo town: real communes and trades, invented owners, numbers that no firm has. */
import type { RegisterEntry } from '../businesses/business.ts'
import { findCommune } from '../businesses/geography.ts'
import { luhnDigit } from '../businesses/siret.ts'
import { diceOf, type Dice } from './dice.ts'
import { firstNames, lastNames, streets, trades, type Trade } from './town.texts.ts'

export type DemoShop = { entry: RegisterEntry; owner: { name: string; email: string } }

/** Saint-Malo, where most of them are. */
const town = '35288'
/** Basse-Terre: far enough to have another clock. */
const overseas = '97105'
const overseasEvery = 20
/** Among those that the demo diagnoses, which are each fourth. */
const overseasFirst = 8

const sizeBands = [null, null, null, null, '00', '00', '00', '01', '01', '02', '03', '11'] as const

/** About 240 shops, always the same. The first is the owner's who can sign in. */
export function demoTown(): DemoShop[] {
  const dice = diceOf(20_201_116)
  const taken = new Set<string>()
  const [first, ...others] = trades.flatMap((trade) => Array.from({ length: trade.count }, () => trade))
  const shops = first ? [first, ...shuffled(others, diceOf(35_400))] : []
  return shops.map((trade, index) => aShop(trade, { dice, taken, index }))
}

/** Neighbours in a street have different trades (Fisher and Yates). */
function shuffled<T>(list: readonly T[], dice: Dice): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = dice.below(last + 1)
    const [one, two] = [mixed[last] as T, mixed[other] as T]
    mixed[last] = two
    mixed[other] = one
  }
  return mixed
}

type Making = { dice: Dice; taken: Set<string>; index: number }

function aShop(trade: Trade, making: Making): DemoShop {
  const { dice, index } = making
  const { sign, first, last } = newSign(trade, making)
  const commune = findCommune(index % overseasEvery === overseasFirst ? overseas : town)
  if (!commune) throw new Error('the list of communes lacks a commune of the demo town')
  const entry: RegisterEntry = {
    siret: demoSiret(index),
    name: `${first} ${last}`.toUpperCase(),
    sign,
    activityCode: trade.activityCode,
    sizeBand: dice.pick(sizeBands),
    street: `${1 + dice.below(60)} ${dice.pick(streets)}`,
    postalCode: commune.postalCodes[0] ?? null,
    communeCode: commune.code,
    commune: commune.name,
    departmentCode: commune.departmentCode,
    latitude: null,
    longitude: null,
    diffusion: 'O',
  }
  return { entry, owner: { name: `${first} ${last}`, email: addressOf(first, last, index) } }
}

/** Two shops with one sign would be hard to tell apart: the second adds its owner's name. */
function newSign(trade: Trade, { dice, taken }: Making) {
  for (;;) {
    const [first, last] = [dice.pick(firstNames), dice.pick(lastNames)]
    const wished = dice.pick(trade.signs).replace('{first}', first).replace('{last}', last)
    const sign = taken.has(wished) ? `${wished} ${last}` : wished
    if (taken.has(sign)) continue
    taken.add(sign)
    return { sign, first, last }
  }
}

/** Firms are not numbered like this: the register of Insee begins above 005. */
export function demoSiret(index: number): string {
  const firm = `0000${String(index + 1).padStart(4, '0')}`
  const siren = firm + luhnDigit(firm)
  return `${siren}0001${luhnDigit(`${siren}0001`)}`
}

function addressOf(first: string, last: string, index: number): string {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replaceAll(/[^a-z]/gi, '')
      .toLowerCase()
  return `${plain(first)}.${plain(last)}.${index + 1}@example.org`
}
