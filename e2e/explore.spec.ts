import type { Page } from '@playwright/test'
import { expectGood } from './lib/checks.ts'
import { answerAll, beginUnnamed, options, seeResult } from './lib/diagnostic.ts'
import { expect, test } from './lib/journey.ts'

test.setTimeout(120_000)

test('an owner sees a first picture, tries the plan out, reads why not something else, and refines', async ({
  page,
}) => {
  await beginUnnamed(page)
  await answerUntilAFirstPicture(page)
  await expectGood(page)
  await page.getByRole('button', { name: 'Voir une première image' }).click()
  await expect(page.getByText(/^Première image/)).toBeVisible()
  await expectGood(page)
  await tryThePlan(page)
  await readWhyNot(page)
  await refine(page)
})

async function answerUntilAFirstPicture(page: Page): Promise<void> {
  const offer = page.getByRole('button', { name: 'Voir une première image' })
  while ((await offer.count()) === 0) await tap(page)
}

/** "No" on most questions: something is left to do. */
async function tap(page: Page): Promise<void> {
  await options(page)
    .nth(Math.min(2, (await options(page).count()) - 1))
    .click()
}

/** From the plan's own ticks to none at all, and back to one. */
async function tryThePlan(page: Page): Promise<void> {
  await page.getByText('D’autres actions possibles').first().click()
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Et si vous le faisiez/)
  await expect(page).toHaveURL(/\/et-si\?faire=/)
  await expect(page.locator('.axes > ul > li')).toHaveCount(5)
  await page.getByText('Les mêmes chiffres en tableau').click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(6)
  await expect(page.getByText(/en moyenne sur trois mois/)).toBeVisible()
  await expectGood(page)
  const ticked = page.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  await page.getByRole('button', { name: 'Recalculer' }).click()
  await expect(page.getByText('Rien n’est coché, donc rien ne change.')).toBeVisible()
  await expectGood(page)
  await page.getByRole('link', { name: 'Revenir à mon résultat' }).click()
}

async function readWhyNot(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Pourquoi pas autre chose/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Pourquoi pas autre chose/)
  await expect(page.getByRole('heading', { name: 'Il manque votre réponse' })).toBeVisible()
  await expectGood(page)
  await page
    .getByRole('link', { name: /Voir ce qu’elle changerait/ })
    .first()
    .click()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await page.getByRole('link', { name: 'Revenir à mon résultat' }).click()
}

async function refine(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Affiner mon résultat' }).click()
  await answerAll(page, 2)
  await seeResult(page)
  await expect(page.getByRole('link', { name: 'Affiner mon résultat' })).toHaveCount(0)
  await expectGood(page)
}
