/** A small SMTP server for mails that come back: it takes those it knows the address of, and passes nothing on. */
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import type { Log } from './log.ts'

export type ListenerOptions = {
  host: string
  port: number
  log: Log
  /** Is a mail to this address one of ours? The others are refused at once. */
  wants: (to: string) => boolean
  /** @throws when it cannot be kept now, so that the sender tries again. */
  take: (mail: { to: string; raw: Buffer }) => Promise<void>
}

/** Bytes; a delivery report that brings a whole mailing back is smaller. */
const largest = 1024 * 1024
/** Milliseconds of silence. */
const patience = 30_000

export async function listenForMail(
  options: ListenerOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const { host, port, log, wants } = options
  const server = new SMTPServer({
    banner: 'bounces only',
    size: largest,
    maxClients: 50,
    socketTimeout: patience,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      done(wants(address) ? null : refusal(550, 'no such address here'))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk)
      })
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(refusal(552, 'too large'))
        const to = envelope.rcptTo[0]?.address ?? ''
        return void answer(options, { to, raw: Buffer.concat(chunks) }, done)
      })
    },
  })
  server.on('error', (error) => log.warn({ err: error }, 'a mail that came back broke off'))
  server.listen(port, host)
  await once(server.server, 'listening')
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answer(
  { take, log }: ListenerOptions,
  mail: { to: string; raw: Buffer },
  done: (error?: Error | null) => void,
): Promise<void> {
  const error = await take(mail).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error) log.error({ err: error }, 'a mail that came back could not be kept')
  done(error ? refusal(451, 'try again later') : null)
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
