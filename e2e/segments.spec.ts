import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'
import { aStaffMember, ask } from './lib/town.ts'

test('an adviser filters the register, tags the list, takes it back, and keeps the filters @desk', async ({
  page,
  mailbox,
}) => {
  const [shop = { id: '', commune: '', code: '' }] = await ask<{
    id: string
    commune: string
    code: string
  }>(`
    select id, commune, activity_code as code from businesses
    where diffusion = 'O' and commune_code is not null and activity_code is not null order by siret limit 1`)
  const tag = `essai-${Date.now()}`
  await signIn(page, await aStaffMember('adviser', mailbox))
  await page.goto('/equipe/commerces?ville=Saint-Denis')
  await expect(page.getByText('désigne plusieurs choses. Laquelle')).toBeVisible()
  await expectGood(page)
  await page.goto('/equipe/commerces')
  await page.getByText('Filtrer', { exact: true }).click()
  await page.getByLabel('Commune, département, région ou code postal').fill(shop.commune)
  await page.getByLabel('Activité').fill(shop.code)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(page.locator(`main a[href="/equipe/commerces/${shop.id}"]`)).toBeVisible()
  await expectGood(page)
  await page.getByRole('link', { name: 'Étiqueter ces commerces' }).click()
  await page.getByLabel('Nouvelle étiquette').fill(tag)
  await expectGood(page)
  await page.getByRole('button', { name: /^Étiqueter/ }).click()
  await expect(page.getByText(new RegExp(`de plus avec l’étiquette.*${tag}`))).toBeVisible()
  await page.getByRole('link', { name: 'Garder ces filtres' }).click()
  await page.getByLabel('Nom du segment').fill(`Segment ${tag}`)
  await page.getByRole('button', { name: 'Garder' }).click()
  await expect(page.getByText('C’est gardé.')).toBeVisible()
  await expectGood(page)
  await page.goBack()
  await page.goBack()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('C’est annulé')).toBeVisible()
})
