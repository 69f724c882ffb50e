import type { Page } from '@playwright/test'
import { expectFocusVisible, expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'
import { aQuietShop, aStaffMember, ask } from './lib/town.ts'

/** At one key a second, which is slow, two minutes. */
const mostKeys = 120

test('the form prints on exactly two pages of A4, in French and in English', async ({ page }) => {
  for (const language of ['fr', 'en']) {
    await page.setExtraHTTPHeaders({ 'accept-language': language })
    await page.goto('/diagnostic')
    await page.locator('a[href="/diagnostic/papier"]').click()
    await expectGood(page)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g), language).toHaveLength(2)
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  }
})

test('an adviser types a paper form with the keyboard alone and reads the result @desk', async ({
  page,
  mailbox,
}) => {
  // Long pages, looked at one by one.
  test.slow()
  const shop = await aQuietShop()
  const [release] = await ask<{ mark: string }>(`select upper(left(id, 8)) as mark from releases`)
  await signIn(page, await aStaffMember('adviser', mailbox))
  await page.goto('/equipe/saisie/papier')
  await expectGood(page)
  const siret = await typeKeys(page, shop.siret)
  await page.keyboard.press('Tab')
  const version = await typeKeys(page, release?.mark ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Réponses du formulaire papier')
  await expect(page.getByText(shop.name, { exact: false }).first()).toBeVisible()
  await expectFocusVisible(page)
  await expectGood(page)
  const answers = await typeAnswers(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Résultat à lire à')
  await expectGood(page)
  expect(siret + version + answers + 3, 'keys pressed').toBeLessThanOrEqual(mostKeys)
  await page.goto(`/equipe/commerces/${shop.id}`)
  await page.getByText('Les réponses, et d’où elles viennent').click()
  await expect(page.getByText('sur papier, saisie par Solène Essai').first()).toBeVisible()
  await expectGood(page)
})

async function typeKeys(page: Page, keys: string): Promise<number> {
  await page.keyboard.type(keys)
  return keys.length
}

/** "b" in every box, "?" in the fourth from the end, nothing in the one before the last. */
async function typeAnswers(page: Page): Promise<number> {
  const boxes = await page.locator('.typing input').count()
  for (let box = 0; box < boxes; box += 1) {
    if (box > 0) await page.keyboard.press('Tab')
    if (box === boxes - 2) continue
    await page.keyboard.type(box === boxes - 4 ? '?' : 'b')
  }
  return 2 * boxes - 1
}

test('an adviser fills in by telephone, part by part, and hands the result over @desk', async ({
  page,
  mailbox,
}) => {
  // Long pages, looked at one by one.
  test.slow()
  const shop = await aQuietShop()
  await signIn(page, await aStaffMember('adviser', mailbox))
  await page.goto(`/equipe/commerces/${shop.id}`)
  await page.getByRole('link', { name: /Remplir un diagnostic/ }).click()
  await expectGood(page)
  await page.getByLabel('Par téléphone').check()
  await page.getByRole('button', { name: 'Commencer', exact: true }).click()
  await expectGood(page)
  await page.getByLabel('Une demi-heure').check()
  await page.getByRole('button', { name: /Enregistrer jusqu’ici : Le commerce/ }).click()
  await expect(page).toHaveURL(/#profil$/)
  await expect(page.getByLabel('Une demi-heure')).toBeChecked()
  await page.locator('#q-website-no').check()
  await page.getByRole('button', { name: 'Enregistrer et voir le résultat' }).click()
  await expectGood(page)
  await page.getByRole('button', { name: 'Faire une adresse courte' }).click()
  const short = (await page.locator('.short-address').textContent()) ?? ''
  await page.getByLabel('Son adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Envoyer le lien' }).click()
  await expect(page.getByText('Le lien part par e-mail')).toBeVisible()
  await expectGood(page)
  await page.goto(`/d/${short.split('/d/')[1] ?? ''}`)
  await expect(page).toHaveURL(/\/diagnostic\/[\w-]{22}\/resultat$/)
})
