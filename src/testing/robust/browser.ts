/** A browser's part of HTTP towards a running web process: cookies, forms, our own origin. */
import { setTimeout as sleep } from 'node:timers/promises'

export type Answer = { status: number; location: string; html: string }

export type Browser = {
  get(url: string): Promise<Answer>
  post(url: string, fields?: Record<string, string>): Promise<Answer>
}

/** How long people ask again when they are told to come back in a moment, in milliseconds. */
const aMinute = 60_000

type Manners = {
  /** Where it seems to come from: web processes behind a proxy (TRUST_PROXY=1) count by it. */
  address?: string
  /** How long it asks again, with the same form, after a 503: nothing was promised then. In milliseconds. */
  patience?: number
}

/** A request that is cut off throws; its answer was never received. */
export function aBrowser({ address = '127.0.0.1', patience = aMinute }: Manners = {}): Browser {
  const cookies = new Map<string, string>()
  const ask = async (url: string, init: { method?: string; body?: URLSearchParams }): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: new URL(url).origin, 'x-forwarded-for': address }
    const reply = await knock(url, { ...init, redirect: 'manual', headers })
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
      cookies.set(name, value)
    }
    return {
      status: reply.status,
      location: reply.headers.get('location') ?? '',
      html: await reply.text(),
    }
  }
  const askPatiently = async (...request: Parameters<typeof ask>): Promise<Answer> => {
    const until = performance.now() + patience
    for (;;) {
      const answer = await ask(...request)
      if (answer.status !== 503 || performance.now() > until) return answer
      await sleep(1000)
    }
  }
  return {
    get: (url) => askPatiently(url, {}),
    post: (url, fields = {}) => askPatiently(url, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

/** Fetch gives up when it got no connection for ten seconds, on a busy machine too: nothing was sent yet. */
async function knock(url: string, init: RequestInit): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url, init)
    } catch (error) {
      if (!(error instanceof Error) || codeOf(error.cause) !== 'UND_ERR_CONNECT_TIMEOUT') throw error
    }
  }
}

const codeOf = (cause: unknown) => (cause instanceof Error && 'code' in cause ? cause.code : null)

/** The address of the n-th visitor. */
export const addressOf = (visitor: number) => `10.0.${Math.floor(visitor / 200)}.${(visitor % 200) + 1}`
