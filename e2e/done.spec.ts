import { expectGood } from './lib/checks.ts'
import { answerUnseen, beginUnnamed, options, seeResult } from './lib/diagnostic.ts'
import { expect, test, untilOtherAddress } from './lib/journey.ts'

test('an action is done: one question is asked again, and a new result knows it @desk', async ({ page }) => {
  await beginUnnamed(page)
  await answerUnseen(page, 2)
  await seeResult(page)
  const line = page.locator('.slate li').first()
  const action = (await line.getByRole('heading').textContent()) ?? ''
  await line.getByRole('link', { name: 'Je l’ai fait' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(action)
  await expectGood(page)
  await page.getByLabel('Ce qui le montre (facultatif)').fill('La photo de la vitrine')
  await page.getByRole('button', { name: 'Oui, c’est fait' }).click()
  await untilOtherAddress(page, () => options(page).first().click())
  await expect(page.locator('.slate li').first().locator('s')).toHaveText(action)
  await expectGood(page)
  await page.screenshot({ path: `var/done-${test.info().project.name}.png`, fullPage: true })
  await page.getByRole('button', { name: 'Refaire mon résultat' }).click()
  await expect(page.getByRole('heading', { name: 'Déjà fait depuis' })).toBeVisible()
  await expectGood(page)
  await page.screenshot({ path: `var/done2-${test.info().project.name}.png`, fullPage: true })
  await page.getByRole('link', { name: action }).click()
  await page.screenshot({ path: `var/done3-${test.info().project.name}.png`, fullPage: true })
  await page.getByRole('button', { name: 'Ce n’est pas encore fait' }).click()
  await expect(page.getByRole('heading', { name: 'Déjà fait depuis' })).toBeHidden()
})
