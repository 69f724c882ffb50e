/**
 * How we measure: ours and its limit in turns on the same machine in the same minutes, so that a noisy neighbour
 * disturbs both. Each round gives one ratio; what counts is the median of the rounds.
 */

/** A promise on the ratio to the limit, or on the value itself. */
export type Goal = { of: 'ratio' | 'value' } & ({ atLeast: number } | { atMost: number })

/** One measurement, before it is dated and signed. */
export type Figure = {
  name: string
  /** Ours: the median of the rounds. */
  value: number
  unit: string
  /** The least that anybody would need for the same thing; null when there is nothing to compare with. */
  comparedWith: string | null
  /** The same measure of that, in the same unit. */
  limit: number | null
  /** Ours divided by the limit, round by round: their median. */
  ratio: number | null
  /** Lowest and highest ratio of the rounds. */
  spread: [number, number] | null
  goal: string | null
  met: boolean | null
  note: string | null
}

/** A figure with the circumstances it was measured in. */
export type Recorded = Figure & {
  /** ISO 8601, UTC. */
  date: string
  /** Short hash, `+` when files had changed since; null outside a repository. */
  commit: string | null
  node: string
  cores: number
}

/** How long to measure. `quick` only tries whether everything runs. */
export type Pace = {
  rounds: number
  seconds: number
  /** Diagnostics that are in the database when all of them are read again. */
  stored: number
  /** Businesses in the register that is searched. */
  rows: number
}

export const usualPace: Pace = { rounds: 7, seconds: 3, stored: 20_000, rows: 2_000_000 }
export const quickPace: Pace = { rounds: 1, seconds: 0.5, stored: 500, rows: 20_000 }

export type Subject = Pick<Figure, 'name' | 'unit'> & { comparedWith: string; goal?: Goal; note?: string }
/** Both halves give one number in the unit of the subject. */
export type Duel = Subject & {
  ours: () => Promise<number>
  limit: () => Promise<number>
  /** Runs before each round and is not measured. */
  prepare?: () => Promise<void>
}
export type Round = { ours: number; limit: number }

/** Warms both up with a round that does not count, then measures them in turns, changing who begins. */
export async function compare(duel: Duel, pace: Pace): Promise<Figure> {
  await playRound(duel, true)
  const rounds: Round[] = []
  for (let number = 0; number < pace.rounds; number++) rounds.push(await playRound(duel, number % 2 === 0))
  return judge(duel, rounds)
}

async function playRound({ ours, limit, prepare }: Duel, oursFirst: boolean): Promise<Round> {
  await prepare?.()
  if (oursFirst) return { ours: await ours(), limit: await limit() }
  const bare = await limit()
  return { ours: await ours(), limit: bare }
}

/** The figure of some rounds. */
export function judge(subject: Subject, rounds: readonly Round[]): Figure {
  const ratios = rounds.map(({ ours, limit }) => ours / limit)
  const value = median(rounds.map(({ ours }) => ours))
  const ratio = median(ratios)
  return {
    name: subject.name,
    value,
    unit: subject.unit,
    comparedWith: subject.comparedWith,
    limit: median(rounds.map(({ limit }) => limit)),
    ratio,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ...verdict(subject.goal, { ratio, value }, subject.unit),
    note: subject.note ?? null,
  }
}

export type Alone = Pick<Figure, 'name' | 'value' | 'unit'> & { goal?: Goal; note?: string }

/** A figure that stands for itself. */
export function alone({ name, value, unit, goal, note }: Alone): Figure {
  return {
    name,
    value,
    unit,
    comparedWith: null,
    limit: null,
    ratio: null,
    spread: null,
    ...verdict(goal, { ratio: Number.NaN, value }, unit),
    note: note ?? null,
  }
}

function verdict(goal: Goal | undefined, found: { ratio: number; value: number }, unit: string) {
  if (!goal) return { goal: null, met: null }
  const measured = found[goal.of]
  const what = goal.of === 'ratio' ? 'ratio ' : ''
  const suffix = goal.of === 'ratio' ? '' : ` ${unit}`
  if ('atLeast' in goal) return { goal: `${what}≥ ${goal.atLeast}${suffix}`, met: measured >= goal.atLeast }
  return { goal: `${what}≤ ${goal.atMost}${suffix}`, met: measured <= goal.atMost }
}

/** The middle one; of an even number, between the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Lets `clients` do `work` again and again for some seconds; gives how often a second it was done. */
export async function perSecond(
  work: (client: number) => Promise<void>,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number> {
  const began = performance.now()
  const until = began + seconds * 1000
  let done = 0
  const keepWorking = async (client: number) => {
    while (performance.now() < until) {
      await work(client)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => keepWorking(client)))
  return done / ((performance.now() - began) / 1000)
}

/** Milliseconds that `work` takes. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
