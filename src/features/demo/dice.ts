/** Dice that fall the same way each time: the demo town is the same on every machine. */

export type Dice = {
  /** From 0 (included) to 1 (excluded). */
  share(): number
  /** A whole number from 0 (included) to `end` (excluded). */
  below(end: number): number
  /** One of them. @throws when there is none. */
  pick<T>(from: readonly T[]): T
}

/** @param seed any whole number; each gives its own series (mulberry32, public domain). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(share() * end)
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from')
    return from[below(from.length)] as T
  }
  return { share, below, pick }
}
