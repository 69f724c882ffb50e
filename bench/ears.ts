/** Many browsers that listen to one server: when has the last of them heard a message? */
import { get, type IncomingMessage } from 'node:http'

export type Ears = {
  /** Resolves with `performance.now()` of the moment at which every listener has heard this number, or a later one. */
  allHear: (number: number) => Promise<number>
  /** The last message, byte for byte. */
  lastMessage: () => string
  close: () => void
}

type Ear = { number: number }
type Waiting = { number: number; missing: number; resolve: (at: number) => void }

const together = 50

/** Opens one stream an address. @throws when one of them is refused */
export async function openEars(urls: readonly string[]): Promise<Ears> {
  const replies: IncomingMessage[] = []
  const state = { message: '', waiting: null as Waiting | null }
  const ears: Ear[] = []
  for (let first = 0; first < urls.length; first += together)
    replies.push(...(await Promise.all(urls.slice(first, first + together).map(openStream))))
  for (const reply of replies) ears.push(listen(reply, state))
  return {
    lastMessage: () => state.message,
    close: () => replies.forEach((reply) => reply.destroy()),
    allHear: (number) =>
      new Promise((resolve) => {
        const missing = ears.filter((ear) => ear.number < number).length
        if (missing === 0) return resolve(performance.now())
        state.waiting = { number, missing, resolve }
      }),
  }
}

function openStream(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (reply) =>
      reply.statusCode === 200 ? resolve(reply) : reject(new Error(`${url}: ${reply.statusCode}`)),
    )
    request.once('error', reject)
  })
}

function listen(reply: IncomingMessage, state: { message: string; waiting: Waiting | null }): Ear {
  const ear: Ear = { number: 0 }
  reply.on('error', () => {})
  reply.setEncoding('utf8').on('data', (part: string) => {
    const number = Number(/(?:^|\n)id: (\d+)\n/.exec(part)?.[1] ?? 0)
    if (number <= ear.number) return
    const { waiting } = state
    const wasMissing = waiting !== null && ear.number < waiting.number
    ear.number = number
    state.message = part
    if (!waiting || !wasMissing || number < waiting.number) return
    waiting.missing -= 1
    if (waiting.missing === 0) waiting.resolve(performance.now())
  })
  return ear
}
