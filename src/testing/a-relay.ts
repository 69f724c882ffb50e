/** A real SMTP server in this process, on the machine itself: what it is handed goes nowhere. */
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export type Received = { from: string; to: string; raw: string; at: number }
/** What it answers to an address or a whole mail: nothing for "250 OK". */
export type Answer = { code: number; words: string } | null

export type Relay = {
  url: string
  received: Received[]
  /** Refuses, puts off or takes; asked once the mail has come. */
  answer: (to: string) => Answer | Promise<Answer>
  close(): Promise<void>
}

export async function aRelay(): Promise<Relay> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => void tell(take(Buffer.concat(chunks).toString(), session), done))
    },
  })
  async function tell(taking: Promise<null>, done: (error: Error | null) => void): Promise<void> {
    done(await taking.catch((error: Error) => error))
  }
  async function take(raw: string, { envelope }: { envelope: Envelope }): Promise<null> {
    const to = envelope.rcptTo[0]?.address ?? ''
    const answer = await relay.answer(to)
    if (answer) throw Object.assign(new Error(answer.words), { responseCode: answer.code })
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
    received.push({ from, to, raw, at: performance.now() })
    return null
  }
  // A client that is killed in the middle is what some tests are about.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  const relay: Relay = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return relay
}

type Envelope = { mailFrom: false | { address: string }; rcptTo: { address: string }[] }
