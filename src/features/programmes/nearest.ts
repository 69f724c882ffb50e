/** What to write instead: the known name that looks most like this one, as words to put behind a message. */
export function orDidYouMean(written: string, known: Iterable<string>): string {
  let best: { name: string; steps: number } | null = null
  for (const name of known) {
    const steps = stepsBetween(written, name)
    if (steps < (best?.steps ?? Math.max(3, written.length / 2))) best = { name, steps }
  }
  return best ? `; did you mean "${best.name}"?` : ''
}

/** Letters to add, drop or change to make one word the other. */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of one.split('').entries()) {
    const next = [i + 1]
    for (const [j, against] of other.split('').entries()) {
      const change = (row[j] ?? 0) + (letter === against ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
