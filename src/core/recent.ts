/** For what everybody sees and nobody misses for a few seconds, such as the home page and its counters. */

/**
 * Gives the last answer of `work` while it is younger than `seconds`, and asks again after that. Requests that
 * come together share one question; a failure is not kept. Only for reads, and only per process.
 * @param keyOf what tells one question from another; there must be few (languages, not visitors).
 */
export function keepRecent<T, About = void>(
  seconds: number,
  clock: () => Date,
  work: (about: About) => Promise<T>,
  keyOf: (about: About) => string = () => '',
): (about: About) => Promise<T> {
  const kept = new Map<string, { answer: Promise<T>; until: number }>()
  return (about) => {
    const [now, key] = [clock().getTime(), keyOf(about)]
    const recent = kept.get(key)
    if (recent && now < recent.until) return recent.answer
    const answer = work(about)
    kept.set(key, { answer, until: now + seconds * 1000 })
    answer.catch(() => kept.delete(key))
    return answer
  }
}
