/** What a part of the tests came to. */
export type Count = { passed: number; failed: number; skipped: number }

export const oneResult = (passed: boolean): Count => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
})

export function total(counts: Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((so, count) => so + count[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The last line of a test run. */
export function lastLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Counts a vitest JSON report. A file that could not even be loaded is a failure of its own. */
export function countVitest(json: string): Count {
  const report = JSON.parse(json) as VitestReport
  const isLost = (file: VitestReport['testResults'][number]) =>
    file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isLost).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Counts a Playwright JSON report. What passed only at a second try has failed: we do not ship luck. */
export function countPlaywright(json: string): Count {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * The count of one program: its report and its exit code. A program that fails without a failed test (a crash, an
 * error between tests) or that leaves no report counts as one failure.
 */
export function countRun(code: number, report: string | null, count: (json: string) => Count): Count {
  if (report === null) return oneResult(false)
  const counted = count(report)
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}
