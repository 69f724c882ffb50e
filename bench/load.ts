/** Many visitors at once, by autocannon in a process of its own. */
import { fileURLToPath } from 'node:url'
import { repository } from '../bin/lib/paths.ts'
import { output } from './processes.ts'

/** `p99`: milliseconds within which 99 of 100 requests were answered. */
export type Load = { perSecond: number; p99: number }

type Report = {
  requests: { total: number }
  latency: { p99: number }
  duration: number
  errors: number
  timeouts: number
  statusCodeStats: Record<string, { count: number }>
}

const connections = 16
const autocannon = fileURLToPath(import.meta.resolve('autocannon'))

/** Asks for one page over and over for some seconds. @throws when any answer is not a 200 */
export async function load(url: string, seconds: number): Promise<Load> {
  const args = ['--json', '--no-progress', '-c', `${connections}`, '-d', `${seconds}`, url]
  const report = JSON.parse(await output([autocannon, ...args], repository)) as Report
  refuseFailures(report, url)
  return { perSecond: report.requests.total / report.duration, p99: report.latency.p99 }
}

function refuseFailures({ errors, timeouts, statusCodeStats }: Report, url: string): void {
  const isWell = Object.keys(statusCodeStats).every((status) => status === '200')
  if (isWell && errors + timeouts === 0) return
  throw new Error(
    `${url}: ${errors} errors, ${timeouts} too late, answers ${JSON.stringify(statusCodeStats)}`,
  )
}
