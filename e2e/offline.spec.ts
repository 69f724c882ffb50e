import { answerUnseen, beginUnnamed, choose, options, scriptReady, tokenOf } from './lib/diagnostic.ts'
import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import type { Page } from '@playwright/test'

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  'Without scripts the forms are sent: see the other journeys.',
)

const status = (page: Page) => page.getByRole('status')

async function beginWithScript(page: Page): Promise<void> {
  await beginUnnamed(page)
  await scriptReady(page)
}

/** What the server knows, by the list of answers of a browser that has no script. */
async function answersKnown(page: Page): Promise<number> {
  const list = await page.request.get(`/diagnostic/${tokenOf(page)}/reponses`)
  return ((await list.text()).match(/>Changer</g) ?? []).length
}

test('the next question comes without loading a page, with its address, its title and the focus @desk', async ({
  page,
}) => {
  await beginWithScript(page)
  await page.evaluate(() => document.body.setAttribute('data-same', 'yes'))
  const first = page.url()
  await choose(page, 0)
  await choose(page, 0)
  await expect(page.locator('body')).toHaveAttribute('data-same', 'yes')
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await expect(page).toHaveTitle(new RegExp(`^${title?.replaceAll(/[?()]/g, '\\$&')}`))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expectGood(page)
  await page.goBack()
  await page.goBack()
  expect(page.url()).toBe(first)
  await expect(options(page).nth(0)).toContainText('Votre réponse')
  await page.getByRole('link', { name: 'Passer cette question' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-same', 'yes')
  await expect.poll(() => answersKnown(page)).toBe(2)
})

test('answers given without a network are kept, leave when it is back, and none is lost or doubled', async ({
  page,
  context,
  foreseen,
}) => {
  foreseen.push(/ERR_INTERNET_DISCONNECTED/)
  await beginWithScript(page)
  await choose(page, 0)
  await expect.poll(() => answersKnown(page)).toBe(1)
  await context.setOffline(true)
  for (let question = 0; question < 4; question++) await choose(page, 0)
  await expect(status(page)).toContainText('vos 4 réponses sont gardées ici')
  await expectGood(page)
  await context.setOffline(false)
  await expect(status(page)).toBeEmpty()
  await expect.poll(() => answersKnown(page)).toBe(5)
})

test('who closes the page without a network finds the answers sent when it is opened again', async ({
  page,
  context,
  foreseen,
}) => {
  foreseen.push(/ERR_INTERNET_DISCONNECTED/)
  await beginWithScript(page)
  const url = page.url()
  await context.setOffline(true)
  await choose(page, 0)
  await choose(page, 0)
  await expect(status(page)).toContainText('vos 2 réponses')
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(url)
  await expect.poll(() => answersKnown(later)).toBe(2)
  await expect(later).not.toHaveURL(url)
})

test('what waited leaves from the list of answers too, which then shows it', async ({
  page,
  context,
  foreseen,
}) => {
  foreseen.push(/ERR_INTERNET_DISCONNECTED/)
  await beginWithScript(page)
  const list = `/diagnostic/${tokenOf(page)}/reponses`
  await context.setOffline(true)
  await choose(page, 0)
  await expect(status(page)).toContainText('votre réponse est gardée ici')
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(list)
  await expect(later.getByRole('link', { name: /^Changer/ })).toHaveCount(1)
  expect(new URL(later.url()).pathname).toBe(list)
})

test('the last answer waits for the network before the list of answers opens', async ({
  page,
  context,
  foreseen,
}) => {
  foreseen.push(/ERR_INTERNET_DISCONNECTED/)
  await beginUnnamed(page)
  await answerUnseen(page, 0)
  await page.goto(`/diagnostic/${tokenOf(page)}/fixed-line`)
  await scriptReady(page)
  await context.setOffline(true)
  await options(page).nth(1).click()
  await expect(status(page)).toContainText('La suite a besoin du réseau')
  await expectGood(page)
  await context.setOffline(false)
  await expect(page).toHaveURL(/\/reponses$/)
  await expect(page.getByRole('listitem').filter({ hasText: 'Avez-vous la fibre' })).toContainText('Non')
})

test('an answer whose receipt is lost is sent again and counts once', async ({ page, foreseen }) => {
  foreseen.push(/ERR_FAILED|ERR_CONNECTION/)
  await beginWithScript(page)
  let lost = 0
  await page.route(/\/hors-ligne$/, async (route) => {
    if (route.request().method() !== 'POST' || lost > 1) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort('failed')
  })
  await choose(page, 0)
  await choose(page, 0)
  await expect(status(page)).toBeEmpty()
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
  expect(lost).toBe(2)
  expect(await answersKnown(page)).toBe(2)
})
