/**
 * People in front of a running site: owners who answer, visitors who book; each remembers what was promised. Told
 * that the site is busy or away (503), they ask again for a minute: how fast the machine is decides nothing.
 */
import { addressOf, aBrowser, type Answer, type Browser } from './browser.ts'
import type { Programme } from '../../features/programmes/programme.ts'
import { everyQuestion } from '../../features/programmes/programme.ts'

/** An answer the site said it had kept. */
export type KeptAnswer = { question: string; option: string }

export type Owner = {
  token: string
  kept: KeptAnswer[]
  /** Gives the next answer, going round the questionnaire for ever. False when the site did not keep it. */
  answer(siteUrl: string): Promise<boolean>
}

/** Begins a diagnostic without naming a business. */
export async function anOwner(siteUrl: string, programme: Programme, place: number): Promise<Owner> {
  const browser = aBrowser({ address: addressOf(place) })
  const started = await browser.post(`${siteUrl}/diagnostic`)
  const token = /\/diagnostic\/([^/]+)\//.exec(started.location)?.[1]
  if (!token) throw new Error(`no diagnostic was started: ${started.status}`)
  const questions = everyQuestion(programme)
  const kept: KeptAnswer[] = []
  let turn = place
  return {
    token,
    kept,
    async answer(siteUrl) {
      const question = questions[turn % questions.length]
      if (!question) throw new Error('the programme has no question')
      const option = question.options[turn % question.options.length]?.id ?? ''
      turn += 1
      const reply = await browser.post(`${siteUrl}/diagnostic/${token}/${question.id}`, { option })
      if (reply.status === 303) kept.push({ question: question.id, option })
      return reply.status === 303
    },
  }
}

/** Books as people do: opens the page, fills in the form, sends it. */
export async function book(
  siteUrl: string,
  trainingSessionId: string,
  visitor: { email: string; browser: Browser },
): Promise<Answer> {
  const address = `${siteUrl}/formations/sessions/${trainingSessionId}/reserver`
  const page = await visitor.browser.get(address)
  if (page.status !== 200) return page
  return visitor.browser.post(address, { ...hiddenFields(page.html), email: visitor.email })
}

/** The n-th visitor, with a mailbox and an address of their own. */
export function aVisitor(place: number): { email: string; browser: Browser } {
  return { email: `visiteur${place}@example.org`, browser: aBrowser({ address: addressOf(place) }) }
}

/** The key of the booking that an answer promises, or null when it promises none. */
export function promisedBooking({ status, location }: Answer): string | null {
  return status === 303 ? (/^\/reservations\/([^/?]+)/.exec(location)?.[1] ?? null) : null
}

/** What a form carries without showing it (the language switch's own field apart). */
function hiddenFields(html: string): Record<string, string> {
  const form = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const inputs = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  const valueOf = (input: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  return Object.fromEntries(inputs.map((input) => [valueOf(input, 'name'), valueOf(input, 'value')]))
}
