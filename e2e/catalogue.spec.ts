import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'

test('an owner narrows the trainings down, shares the address, and sees all again @desk', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  await page.goto('/formations')
  await expect(page.locator('.trainings > li')).toHaveCount(25)
  await expectGood(page)
  await page.getByText('Choisir par thème, besoin, temps ou date').click()
  await page.getByLabel(/^Gagner du temps/).check()
  await page.getByLabel(/^1\sheure au plus/).check()
  await expectGood(page)
  await page.getByRole('button', { name: 'Montrer les formations' }).click()
  await expect(page).toHaveURL(/besoin=save-time/)
  await expect(page.getByText(/\d formations sur 25/)).toBeVisible()
  await expect(page.getByText(/Gagner du temps, 1\sheure au plus\./)).toBeVisible()
  await page.getByText('Changer les filtres').click()
  await expect(page.getByLabel(/^Gagner du temps/)).toBeChecked()
  await expectGood(page)
  await page.locator('.trainings > li').first().getByRole('link').click()
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1)
  await page.goBack()
  await page.getByRole('link', { name: 'Effacer les filtres' }).click()
  await expect(page.locator('.trainings > li')).toHaveCount(25)
  expect(refused).toEqual([])
})

test('where nothing fits, one tap shows all trainings again', async ({ page }) => {
  await page.goto('/formations?theme=found&besoin=save-time')
  await expect(page.getByRole('heading', { name: 'Aucune formation ne correspond' })).toBeVisible()
  await expectGood(page)
  await page.getByRole('link', { name: 'Effacer les filtres' }).click()
  await expect(page.locator('.trainings > li')).toHaveCount(25)
})

test('who signs in gets an address for their calendar, and a new one when it got known', async ({
  page,
  mailbox,
}) => {
  await signIn(page, mailbox)
  await page.goto('/mon-espace')
  await page.getByRole('button', { name: 'Créer mon adresse d’agenda' }).click()
  const shown = page.locator('#agenda code')
  const first = (await shown.textContent()) ?? ''
  expect((await page.request.get(new URL(first).pathname)).headers()['content-type']).toContain(
    'text/calendar',
  )
  await expectGood(page)
  await page.getByRole('button', { name: 'Renouveler l’adresse' }).click()
  await expect(shown).not.toHaveText(first)
  expect((await page.request.get(new URL(first).pathname)).status()).toBe(404)
})
