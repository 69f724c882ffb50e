import type { Page } from '@playwright/test'
import { expectGood } from './lib/checks.ts'
import { expect, test, untilNextPage } from './lib/journey.ts'
import { readCode, signIn } from './lib/mailbox.ts'
import { anOpenSession } from './lib/town.ts'

test('an owner signs in with the code of the mail, finds the booking, and signs out', async ({
  page,
  mailbox,
}) => {
  await page.goto(`/formations/sessions/${await anOpenSession()}/reserver`)
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Réserver ma place' }).click()
  const training = await page.locator('dd').first().textContent()

  await page.goto('/connexion')
  await expectGood(page)
  await signIn(page, mailbox)
  await expect(page).toHaveURL(/\/mon-espace$/)
  await expect(page.getByText(training ?? '').first()).toBeVisible()
  await expectGood(page)

  await page.goto('/deconnexion')
  await expectGood(page)
  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  await page.goto('/mon-espace')
  await expect(page).toHaveURL(/\/connexion/)
})

test('five wrong codes end the code; a new one opens', async ({ page, mailbox, foreseen }) => {
  foreseen.push(/4(22|29|10)/)
  await page.goto('/connexion')
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await expectGood(page)
  const right = await readCode(page.context(), mailbox)
  const wrong = right === '000000' ? '111111' : '000000'
  for (let tries = 0; tries < 5; tries++) {
    await tryCode(page, wrong)
    await expect(page.getByRole('alert')).toBeVisible()
  }
  await tryCode(page, right)
  await expect(page.getByRole('alert')).toContainText(/Demandez-en un nouveau/)
  await expectGood(page)
  await signIn(page, mailbox)
  await expect(page).toHaveURL(/\/mon-espace$/)
})

/** The page of the next try looks like the one before: one waits for it, or types into the old one. */
async function tryCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Le code à six chiffres').fill(code)
  await untilNextPage(page, () => page.getByRole('button', { name: 'Me connecter' }).click())
}

test('an owner who signs in for nothing finds an empty space that says what to do', async ({
  page,
  mailbox,
}) => {
  await signIn(page, mailbox)
  await expect(page.getByText('Aucune formation réservée')).toBeVisible()
  await expectGood(page)
})
