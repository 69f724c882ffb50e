/** One logger a process, JSON lines by default (pino). Request numbers are added by the web server. */
import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** Bounded, so that a long line costs no more than its length. */
const address = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,}/gi

/**
 * Addresses of people never reach the log: they are taken out of the finished line, since relays and databases
 * put them in their errors. `output` is the standard output unless given.
 */
export function createLog(config: Pick<Config, 'logLevel' | 'logFormat'>, output?: DestinationStream): Log {
  const options = {
    level: config.logLevel,
    hooks: { streamWrite: (line: string) => line.replaceAll(address, '[e-mail]') },
    ...(config.logFormat === 'pretty' && {
      transport: {
        target: 'pino-pretty',
        options: { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' },
      },
    }),
  }
  return output ? pino(options, output) : pino(options)
}
