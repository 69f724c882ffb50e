/** An owner's way through the questions. */
import type { Page } from '@playwright/test'
import { expect, untilOtherAddress } from './journey.ts'

/** The answers of the page, without the links beside them. */
export const options = (page: Page) => page.locator('#reponses').getByRole('button')

/** Begins without naming a business; gives the diagnostic's token. */
export async function beginUnnamed(page: Page): Promise<string> {
  await page.goto('/diagnostic')
  await page.getByRole('button', { name: 'Continuer sans le dire' }).click()
  return tokenOf(page)
}

/** Waits until the script of the question page has taken over. */
export async function scriptReady(page: Page): Promise<void> {
  await page.locator('.offline-line').waitFor({ state: 'attached' })
}

export function tokenOf(page: Page): string {
  const token = /\/diagnostic\/([^/?]+)\//.exec(page.url())?.[1]
  expect(token, page.url()).toBeTruthy()
  return token ?? ''
}

/** Taps the same place on every question until none is left (`place` from the top, 0 the first). */
export async function answerAll(page: Page, place: number): Promise<number> {
  let answered = 0
  while (!page.url().endsWith('/reponses')) {
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    await choose(page, Math.min(place, (await options(page).count()) - 1))
    answered += 1
    expect(answered, `still at "${title}"`).toBeLessThan(60)
  }
  return answered
}

/** Taps one answer, and waits for the question or the page that follows, loaded or not. */
export async function choose(page: Page, place: number): Promise<void> {
  await untilOtherAddress(page, () => options(page).nth(place).click())
}

/**
 * The way of `answerAll` without looking at each page, for journeys about what comes after: sends what the forms
 * would send, and opens the list of answers.
 */
export async function answerUnseen(page: Page, place: number): Promise<void> {
  const headers = { origin: new URL(page.url()).origin }
  let reply = await page.request.get(page.url())
  for (let answered = 0; !reply.url().endsWith('/reponses'); answered++) {
    expect(answered, `still at ${reply.url()}`).toBeLessThan(60)
    const choices = [...(await reply.text()).matchAll(/name="option" value="([^"]+)"/g)]
    const option = choices[Math.min(place, choices.length - 1)]?.[1] ?? ''
    reply = await page.request.post(reply.url(), { form: { option }, headers })
  }
  await page.goto(reply.url())
}

/** From the list of answers to the result. */
export async function seeResult(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Voir mon résultat' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre résultat et votre plan')
}
