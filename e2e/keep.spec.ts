import { expectGood } from './lib/checks.ts'
import { answerAll, answerUnseen, beginUnnamed, seeResult } from './lib/diagnostic.ts'
import { expect, test, untilNextPage, untilOtherAddress } from './lib/journey.ts'
import { openMail, readCode } from './lib/mailbox.ts'

test('an owner sends the plan to herself, keeps it in her space, and leaves nothing on a shared device', async ({
  page,
  mailbox,
  foreseen,
}) => {
  // Where the address is not a safe one, as here, the browser says that it clears nothing.
  foreseen.push(/Clear-Site-Data/)
  const token = await beginUnnamed(page)
  await answerUnseen(page, 1)
  await seeResult(page)
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'M’envoyer mon plan' }).click()
  await expect(page.getByText('Votre plan est parti')).toBeVisible()
  await expectGood(page)
  const mail = await openMail(page.context(), mailbox, /Votre plan/)
  await expect(mail.getByText(`/diagnostic/${token}/resultat`).first()).toBeAttached()
  await mail.close()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger mon plan (PDF)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^mon-plan-[\d-]+\.pdf$/)

  await page.getByRole('button', { name: 'Garder mon résultat' }).click()
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.getByLabel('Le code à six chiffres').fill(await readCode(page.context(), mailbox))
  await page.getByRole('button', { name: 'Me connecter' }).click()
  await expect(page.getByText('Ce résultat est gardé dans votre espace.')).toBeVisible()
  await expectGood(page)
  await page.getByRole('link', { name: 'Ouvrir mon espace' }).click()
  await expect(page.locator(`a[href="/diagnostic/${token}/resultat"]`)).toBeVisible()

  await page.goto(`/diagnostic/${token}/resultat`)
  await untilNextPage(page, () => page.getByRole('button', { name: 'Quitter cet appareil' }).click())
  await expect(page.getByText(`/diagnostic/${token}`)).toBeVisible()
  await expectGood(page)
  await page.goto('/mon-espace')
  await expect(page).toHaveURL(/\/connexion/)
})

test('some months later the old answers are proposed, and the two results stand side by side', async ({
  page,
}) => {
  await beginUnnamed(page)
  await answerUnseen(page, 1)
  await seeResult(page)
  await untilNextPage(page, () => page.getByRole('button', { name: 'Refaire le point' }).click())
  await expectGood(page)
  await untilOtherAddress(page, () => page.getByRole('button', { name: /Comme la dernière fois/ }).click())
  await expect(page.getByRole('button', { name: /Comme la dernière fois/ })).toBeVisible()
  await answerAll(page, 0)
  await seeResult(page)
  await expect(page.getByRole('heading', { name: 'Depuis la dernière fois' })).toBeVisible()
  await expectGood(page)
})
