/** Listens to a stream of events as a browser does, and keeps what it heard. */
import { get, type IncomingMessage } from 'node:http'
import { eventually } from './robust/outbox.ts'

export type Heard = { id: number | null; event: string; data: Record<string, unknown> }

export type Ear = {
  status: number
  headers: IncomingMessage['headers']
  heard: Heard[]
  /** Waits until something like that was heard. @throws when it is not, within twenty seconds */
  hears: (isIt: (heard: Heard) => boolean) => Promise<Heard>
  /** Resolves when the other side has ended the stream. */
  ended: Promise<void>
  stop: () => void
}

const patience = 20_000

export function anEar(url: string, headers: Record<string, string> = {}): Promise<Ear> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (reply) => resolve(earOf(reply)))
    request.once('error', reject)
  })
}

function earOf(reply: IncomingMessage): Ear {
  const heard: Heard[] = []
  let rest = ''
  reply.setEncoding('utf8').on('data', (part: string) => {
    const messages = (rest + part).split('\n\n')
    rest = messages.pop() ?? ''
    heard.push(...messages.flatMap(readMessage))
  })
  reply.on('error', () => {})
  const hears: Ear['hears'] = async (isIt) => {
    if (!(await eventually(async () => heard.some(isIt), patience)))
      throw new Error(`that was never heard, but this: ${JSON.stringify(heard)}`)
    return heard.find(isIt) as Heard
  }
  const ended = new Promise<void>((resolve) => reply.once('close', resolve))
  const { statusCode: status = 0, headers } = reply
  return { status, headers, heard, hears, ended, stop: () => void reply.destroy() }
}

/** Comments and the pause before coming back say nothing. */
function readMessage(message: string): Heard[] {
  const fields = new Map(
    message.split('\n').map((line) => {
      const [, name = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? []
      return [name, value]
    }),
  )
  const data = fields.get('data')
  if (data === undefined) return []
  const id = fields.get('id')
  return [
    {
      id: id === undefined ? null : Number(id),
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data) as Heard['data'],
    },
  ]
}
