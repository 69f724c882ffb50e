/** What one source says of one shop. */
import { createHash } from 'node:crypto'
import { addressLine } from '../businesses/business.ts'
import type { ListEntry } from './list-entry.ts'

/** Linked: it is known which business is meant. Waiting: a person has to say. Alone: a person said that none is. */
export type ListingState = 'linked' | 'waiting' | 'alone'

export type Listing = {
  id: string
  source: string
  /** The row's number in its source, or what stands for one. */
  rowKey: string
  said: ListEntry
  saidHash: string
  matchKey: string
  businessId: string | null
  /** Null until it is written. */
  saidAt: Date | null
  state: ListingState
}

/** Two readings of a row say the same when this is the same. */
export function saidHashOf(entry: ListEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('base64url').slice(0, 22)
}

/** A row without a number of its own is known again by its SIRET, else by its name and address. */
export function rowKeyOf(key: string | null, entry: ListEntry): string {
  return key ?? (entry.siret === null ? `~${matchKeyOf(entry)}`.slice(0, 300) : entry.siret)
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œæß]/g, (letter) => ligatures[letter] ?? letter)
    .replaceAll('&', ' et ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

const legalForms =
  /\b(sarl|sasu?|s a r l|s a s|eurl|e u r l|snc|sci|sa|scop|selarl|eirl|ei|ets|etablissements?|societe|ste|mr|mme|monsieur|madame|chez|et|the)\b/g

/** A name as people tell it: `Boulangerie Lou & fils SARL` is `boulangerie lou fils`. */
export function plainName(name: string): string {
  const words = plain(name)
  return words.replaceAll(legalForms, ' ').replaceAll(/\s+/g, ' ').trim() || words
}

const streetWords: Readonly<Record<string, string>> = {
  r: 'rue',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  bvd: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  pl: 'place',
  all: 'allee',
  imp: 'impasse',
  pass: 'passage',
  che: 'chemin',
  chem: 'chemin',
  rte: 'route',
  sq: 'square',
  fg: 'faubourg',
  fbg: 'faubourg',
  crs: 'cours',
  st: 'saint',
  ste: 'sainte',
  dr: 'docteur',
  gal: 'general',
}

/** A street as on a plate: `12, bd St-Michel` is `12 boulevard saint michel`. */
export function plainStreet(street: string): string {
  return plain(street)
    .split(' ')
    .map((word) => streetWords[word] ?? word)
    .join(' ')
}

/** The same for two rows about the same shop, whatever their spelling. */
export function matchKeyOf({ name, sign, street, postalCode, commune }: ListEntry): string {
  return [plainName(sign ?? name), postalCode ?? plain(commune ?? ''), plainStreet(street ?? '')].join('|')
}

/** A listing as it is told beside the business it is about. */
export type ListingOfBusiness = Pick<Listing, 'id' | 'source' | 'said'> & { saidAt: Date }

/** How the shop is told to a person who has to decide. */
export function listingTitle(said: ListEntry): { name: string; address: string } {
  return { name: said.sign ?? said.name, address: addressLine(said) }
}
