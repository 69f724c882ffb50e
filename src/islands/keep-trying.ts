/** Milliseconds before the second try; each later one waits twice as long, up to the longest. */
const first = 2_000
const longest = 30_000

/**
 * Tries until it works: at once when asked to or when the network comes back, else at growing intervals. One try at a
 * time; asked for during a try, one more follows.
 * @param attempt true when there is nothing left to try
 */
export function keepTrying(attempt: () => Promise<boolean>): { now: () => void } {
  let running = false
  let again = false
  let pause = first
  let timer: ReturnType<typeof setTimeout> | undefined
  addEventListener('online', () => now())
  return { now }

  function now(): void {
    clearTimeout(timer)
    if (running) again = true
    else void run()
  }

  async function run(): Promise<void> {
    running = true
    again = false
    const isDone = await attempt()
    running = false
    if (again) return now()
    if (isDone) pause = first
    else timer = setTimeout(now, pause)
    if (!isDone) pause = Math.min(2 * pause, longest)
  }
}
