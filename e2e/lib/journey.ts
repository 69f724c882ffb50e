/** What every journey has: a browser whose complaints fail it, and a mailbox of its own. */
import { expect as playwrightExpect, test as playwrightTest } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'

type Journey = {
  /** A mailbox that nobody else has, so that journeys do not meet. */
  mailbox: string
  /** Complaints of the console a journey causes on purpose, such as a page that answers 404. */
  foreseen: RegExp[]
}

/** `test` of all journeys: an error in the console, a broken script or a page that answers 500 fails it. */
export const test = playwrightTest.extend<Journey & { quiet: void }>({
  extraHTTPHeaders: async ({}, use, { testId }) => use({ 'x-forwarded-for': addressOf(testId) }),
  mailbox: async ({}, use, { testId, retry }) => use(`journal-${testId.slice(-12)}-${retry}@example.org`),
  foreseen: async ({}, use) => use([]),
  quiet: [
    async ({ context, foreseen }, use) => {
      const complaints: string[] = []
      context.on('page', (page) => listen(page, complaints))
      await use()
      const unforeseen = complaints.filter((line) => !foreseen.some((pattern) => pattern.test(line)))
      playwrightExpect(unforeseen, 'the browser complained').toEqual([])
    },
    { auto: true },
  ],
})

export const expect = playwrightExpect

/** Somewhere in 10.0.0.0/8, the same at each run: limits by address count each journey for itself. */
function addressOf(testId: string): string {
  return ['10', ...createHash('sha256').update(testId).digest().subarray(0, 3)].join('.')
}

/** A name of the running journey that no other has, and that is the same at each run. */
export function nameOfJourney(): string {
  const { project, titlePath } = playwrightTest.info()
  return [project.name, ...titlePath].join(' › ')
}

/** Does what leads to another page, and waits until that page has come: none of the next steps meets the old one. */
export async function untilNextPage(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('domcontentloaded', { timeout: 60_000 })
  await Promise.all([arrived, act()])
}

/** The same where the page may turn to its next question by itself, without being loaded. */
export async function untilOtherAddress(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = page.url()
  await act()
  await page.waitForURL(({ href }) => href !== before, { waitUntil: 'domcontentloaded', timeout: 60_000 })
}

function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
}
