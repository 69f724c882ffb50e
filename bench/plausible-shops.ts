/** Shops that do not exist, in communes and trades that do: as many in a town as its people call for. */
import { createRequire } from 'node:module'
import { diceOf, type Dice } from '../src/features/demo/dice.ts'
import { luhnDigit } from '../src/features/businesses/siret.ts'
import { suggestedOption, type Question } from '../src/features/programmes/question.ts'

type CommuneEntry = {
  code: string
  nom: string
  departement: string
  codesPostaux?: string[]
  population?: number
  type: string
}

/** A shop of the register; `sector` and `size` are what its owner would answer. */
export type PlausibleShop = {
  siret: string
  name: string
  activityCode: string
  sizeBand: string
  postalCode: string
  communeCode: string
  commune: string
  departmentCode: string
  sector: string
  size: string
}

const require = createRequire(import.meta.url)

/** Rough shares of French small firms, in per cent: enough for thick cells and thin ones. */
const sectorShares: Record<string, number> = {
  commerce: 30,
  hospitality: 14,
  'personal-services': 16,
  construction: 15,
  industry: 5,
  'specialised-services': 12,
  information: 3,
  transport: 2,
  finance: 1,
  agriculture: 1,
  other: 1,
}
const sizeShares: Record<string, number> = {
  none: 65,
  'from-1-to-9': 28,
  'from-10-to-49': 6,
  'from-50-to-249': 1,
}

/** The same shops each time. */
export function* plausibleShops(count: number, asked: readonly Question[]): Generator<PlausibleShop> {
  const dice = diceOf(2020)
  const [sectors, sizes] = [question(asked, 'sector'), question(asked, 'size')]
  const pickSector = weighed(Object.entries(sectorShares))
  const pickSize = weighed(Object.entries(sizeShares))
  const pickCommune = weighed(readCommunes().map((commune) => [commune, commune.population ?? 0]))
  const trades = Map.groupBy(readTrades(), (code) => suggestedOption(sectors, code)?.id)
  for (let number = 0; number < count; number += 1) {
    const [sector, size, commune] = [pickSector(dice), pickSize(dice), pickCommune(dice)]
    yield {
      siret: siretOf(number),
      name: `MAISON ${number}`,
      activityCode: dice.pick(trades.get(sector) ?? ['4771Z']),
      sizeBand: dice.pick(bandsOf(sizes, size)),
      postalCode: commune.codesPostaux?.[0] ?? '',
      communeCode: commune.code,
      commune: commune.nom,
      departmentCode: commune.departement,
      sector,
      size,
    }
  }
}

function question(asked: readonly Question[], id: string): Question {
  const found = asked.find((one) => one.id === id)
  if (!found) throw new Error(`the programme does not ask for "${id}"`)
  return found
}

/** `NN` is how files write that there is no band. */
function bandsOf(sizes: Question, size: string): string[] {
  const { register = [] } = sizes.options.find(({ id }) => id === size) ?? {}
  return register.filter((band) => band !== 'NN')
}

/** Picks in proportion to the weights, by bisection: there are 35,000 communes. */
function weighed<T>(entries: readonly (readonly [T, number])[]): (dice: Dice) => T {
  let total = 0
  const ends = entries.map(([, weight]) => (total += weight))
  return (dice) => {
    const wanted = dice.share() * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return (entries[low] as readonly [T, number])[0]
  }
}

/** Today's communes. */
export function readCommunes(): CommuneEntry[] {
  const entries = require('@etalab/decoupage-administratif/data/communes.json') as CommuneEntry[]
  return entries.filter(({ type }) => type === 'commune-actuelle')
}

/** Sub-classes of the NAF, without their point. */
function readTrades(): string[] {
  const entries = require('@socialgouv/codes-naf/index.json') as { id: string }[]
  return entries.map(({ id }) => id.replaceAll('.', '')).filter((code) => /^\d{4}[A-Z]$/.test(code))
}

/** Possible, and beginning with 000, which Insee never gave. */
function siretOf(number: number): string {
  const firm = `000${String(number % 100_000).padStart(5, '0')}`
  const siren = firm + luhnDigit(firm)
  const place = siren + String(1 + Math.floor(number / 100_000)).padStart(4, '0')
  return place + luhnDigit(place)
}
