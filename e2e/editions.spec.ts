import { expectGood } from './lib/checks.ts'
import { answerUnseen, beginUnnamed, seeResult } from './lib/diagnostic.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'

test('the result stands beside shops alike, in one picture; question by question on a page of its own', async ({
  page,
}) => {
  test.slow()
  await beginUnnamed(page)
  await answerUnseen(page, 1)
  await seeResult(page)
  await expect(page.getByRole('heading', { name: 'Des commerces comme le vôtre' })).toBeVisible()
  await expect(page.getByText(/Vous êtes comparé à \d+ commerces/)).toBeVisible()
  await expect(page.getByText('Le crochet, en dessous')).toBeVisible()
  await page.getByRole('link', { name: 'Me comparer question par question' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Des commerces comme le vôtre')
  for (const more of await page.locator('main summary').all()) await more.click()
  await expect(page.getByText('(vous)').first()).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText('65 % ont un site internet')).toBeVisible()
  await expectGood(page)
  await page.getByRole('link', { name: 'Revenir à mon résultat' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre résultat et votre plan')
})

test('the operator asks for an edition and reads what became of it @desk', async ({ page }) => {
  await signIn(page, 'operateur@example.org')
  await page.goto('/equipe/editions')
  await expect(page.getByRole('table')).toBeVisible()
  await page.getByRole('button', { name: 'Calculer une édition' }).click()
  await expect(async () => {
    await page.goto('/equipe/editions')
    await expect(page.getByText('Pas de nouvelle édition')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 120_000 })
  await expectGood(page)
})
