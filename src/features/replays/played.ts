/** What was truly played of a replay: whole seconds, each once, whatever the speed; a jump plays nothing. */

/** From one second until another, the last one not counted. */
export type Part = readonly [from: number, until: number]

export type Player = {
  /** Where the replay stands now, in seconds, and how fast it runs; `now` in milliseconds of any clock. */
  tick(position: number, rate: number, now: number): void
  /** The next moment has nothing to do with the last one. */
  jump(): void
  /** Everything played so far, in order, apart from each other. */
  parts(): Part[]
}

/** Browsers tell the position four times a second, in a hidden page once: what is between was played. */
export function watchPlayer(): Player {
  let last: { position: number; now: number } | null = null
  let spans: Part[] = []
  return {
    tick(position, rate, now) {
      // A position that ran ahead of the clock was moved, even where no event says so.
      if (last && position > last.position && position - last.position <= reach(now - last.now, rate))
        spans = joined([...spans, [last.position, position]])
      last = { position, now }
    },
    jump() {
      last = null
    },
    parts: () => spans.map(([from, until]) => [Math.round(from), Math.round(until)] as const).filter(isSome),
  }
}

/** How far it can have run in that time. */
function reach(milliseconds: number, rate: number): number {
  return (milliseconds / 1000) * rate + 0.5
}

function isSome([from, until]: Part): boolean {
  return until > from
}

/** The same seconds in as few parts as possible, in order. */
export function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = []
  // As an old telephone understands it: this runs in the browser too.
  for (const part of [...parts].sort(([one], [other]) => one - other)) {
    const [from, until] = found[found.length - 1] ?? [0, -1]
    if (part[0] <= until) found[found.length - 1] = [from, Math.max(until, part[1])]
    else found.push(part)
  }
  return found
}

export function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, [from, until]) => sum + until - from, 0)
}
