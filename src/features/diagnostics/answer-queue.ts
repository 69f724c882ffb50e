import type { GivenAnswers } from './diagnostic.ts'
import type { WaitingAnswer } from './offline.ts'

/** The part of the browser's `localStorage` that is needed here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What became of a parcel of answers; `later`: nobody answered, and it is sent again. */
export type Receipt = { kind: 'saved'; refused: readonly string[] } | { kind: 'gone' } | { kind: 'later' }
export type Send = (answers: readonly WaitingAnswer[]) => Promise<Receipt>

export type AnswerQueue = {
  add(answer: WaitingAnswer): void
  /** In the order in which they were given, whatever the tab. */
  list(): WaitingAnswer[]
  remove(keys: readonly string[]): void
}

/** So many answers go in one parcel. */
const PARCEL = 50

/**
 * The answers of one run that the server has not confirmed, kept through a closed tab or an empty battery. Each has
 * a place of its own, so that two tabs never write over one another. Where the browser refuses to keep anything,
 * they last as long as the page.
 * @param now milliseconds, for the order between tabs
 */
export function openAnswerQueue(shelf: Shelf, token: string, now: () => number): AnswerQueue {
  const beginning = `pignon.answer.${token}.`
  const kept = new Map<string, string>()
  let last = 0
  return { add, list, remove }

  function add(answer: WaitingAnswer): void {
    // Two answers of one millisecond keep their order too.
    last = Math.max(last + 1, now())
    const place = `${beginning}${String(last).padStart(16, '0')}.${answer.key}`
    const written = JSON.stringify(answer)
    if (!write(shelf, place, written)) kept.set(place, written)
  }

  function list(): WaitingAnswer[] {
    const all = new Map([...read(shelf, beginning), ...kept])
    return [...all]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([place, written]) => parse(place, written))
  }

  function remove(keys: readonly string[]): void {
    for (const place of [...read(shelf, beginning).keys(), ...kept.keys()]) {
      if (!keys.some((key) => place.endsWith(`.${key}`))) continue
      kept.delete(place)
      shelf.removeItem(place)
    }
  }
}

function write(shelf: Shelf, place: string, written: string): boolean {
  try {
    shelf.setItem(place, written)
    return true
  } catch {
    return false
  }
}

function read(shelf: Shelf, beginning: string): Map<string, string> {
  const found = new Map<string, string>()
  for (let index = 0; index < shelf.length; index++) {
    const place = shelf.key(index)
    if (place?.startsWith(beginning)) found.set(place, shelf.getItem(place) ?? '')
  }
  return found
}

/** What cannot be read was not written by us: it is no answer. */
function parse(place: string, written: string): WaitingAnswer[] {
  try {
    const { key, question, option } = JSON.parse(written) as Partial<WaitingAnswer>
    const isWhole = typeof question === 'string' && typeof option === 'string' && key !== undefined
    return isWhole && place.endsWith(`.${key}`) ? [{ key, question, option }] : []
  } catch {
    return []
  }
}

/** The answers as the owner gave them, those that wait included. */
export function withWaiting(given: GivenAnswers, waiting: readonly WaitingAnswer[]): GivenAnswers {
  const said = waiting.map(({ question, option }) => [question, { option, source: 'answered' }] as const)
  return { ...given, ...Object.fromEntries(said) }
}

/** `refused`: the server does not have such an answer, or the run is gone: its page says what to do. */
export type Sending = 'sent' | 'later' | 'refused'

/** Sends what waits, in order, parcel by parcel, until nothing waits or nobody answers. */
export async function sendWaiting(queue: AnswerQueue, send: Send): Promise<Sending> {
  let isRefused = false
  for (let parcel = nextParcel(queue); parcel.length > 0; parcel = nextParcel(queue)) {
    const receipt = await send(parcel)
    if (receipt.kind === 'later') return 'later'
    queue.remove(parcel.map(({ key }) => key))
    isRefused ||= receipt.kind === 'gone' || receipt.refused.length > 0
  }
  return isRefused ? 'refused' : 'sent'
}

function nextParcel(queue: AnswerQueue): WaitingAnswer[] {
  return queue.list().slice(0, PARCEL)
}
