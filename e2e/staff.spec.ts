import { nextShortNight } from './lib/calendar.ts'
import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { openMail, signIn } from './lib/mailbox.ts'
import { aStaffMember, ask } from './lib/town.ts'

test('an adviser finds a business and reads its whole story @desk', async ({ page, mailbox }) => {
  const [shop = { id: '', name: '' }] = await ask<{ id: string; name: string }>(`
    select id, coalesce(sign, name) as name from businesses b
    where exists (select from plans where business_id = b.id)
      and exists (select from bookings where business_id = b.id)
    order by siret limit 1`)
  await signIn(page, await aStaffMember('adviser', mailbox))
  await page.goto('/equipe/commerces')
  await expectGood(page)
  await page.getByLabel('Nom, enseigne, rue, commune ou SIRET').fill(shop.name)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expectGood(page)
  await page.locator(`main a[href="/equipe/commerces/${shop.id}"]`).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(shop.name)
  for (const heading of ['Ce que dit le registre', 'Diagnostics', 'Inscriptions'])
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
  await expect(page.getByText('Parce que la réponse est').first()).toBeVisible()
  await expectGood(page)
})

test('the operator reads the indicators with their definitions, the imports, and invites a member @desk', async ({
  page,
  mailbox,
}) => {
  await signIn(page, await aStaffMember('operator', mailbox))
  await expect(page).toHaveURL(/\/equipe/)
  await page.goto('/equipe/indicateurs')
  await expect(page.getByText('Comment on compte').first()).toBeVisible()
  await expectGood(page)
  await page.goto('/equipe/imports')
  await expectGood(page)
  await page.getByRole('main').getByRole('link').first().click()
  await expectGood(page)
  await page.goto('/equipe/membres')
  await expectGood(page)
  await page.getByLabel('Prénom et nom').fill('Maëlle Essai')
  await page.getByLabel('Adresse e-mail').fill(mailbox)
  await page.getByLabel(/conseil/i).check()
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(page.getByText('va recevoir un e-mail')).toBeVisible()
  await expectGood(page)
  const mail = await openMail(page.context(), mailbox, /comptoir/)
  await expect(mail.getByText(mailbox).first()).toBeVisible()
})

test('the operator sees that no change of the content waits to go online @desk', async ({
  page,
  mailbox,
}) => {
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto('/equipe/indicateurs')
  await page.getByRole('link', { name: 'Contenu du programme' }).click()
  await expect(page.getByText('aucun changement n’attend')).toBeVisible()
  await expect(page.getByText(/Aucun des 11 commerces inventés/)).toBeVisible()
  await expectGood(page)
})

test('the operator schedules a session, sees it in the list, and reads who comes to another @desk', async ({
  page,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/422/)
  const trainer = `Alix ${mailbox}`
  await aStaffMember('trainer', mailbox, trainer)
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto('/equipe/sessions')
  await expectGood(page)
  await page.getByLabel('Formation', { exact: true }).selectOption({ index: 3 })
  await page.getByLabel('Date', { exact: true }).fill(nextShortNight())
  await page.getByLabel('Heure de début').fill('02:30')
  await page.getByLabel('Nombre de places').fill('12')
  await page.getByLabel('Formateur ou formatrice').selectOption({ label: trainer })
  await page.getByRole('button', { name: 'Programmer la session' }).click()
  await expect(page.getByRole('alert')).toContainText('Cette heure n’existe pas')
  await expectGood(page)
  await page.getByLabel('Heure de début').fill('14:30')
  await page.getByRole('button', { name: 'Programmer la session' }).click()
  await expect(page.getByText('La session est programmée')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: trainer })).toHaveCount(1)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Inscriptions')
  await expectGood(page)
})

test('an owner gets nothing of the staff', async ({ page, mailbox, foreseen }) => {
  foreseen.push(/40[34]/)
  await page.goto('/equipe')
  await expect(page).toHaveURL(/\/connexion/)
  await signIn(page, mailbox)
  for (const path of ['', '/indicateurs', '/commerces', '/imports', '/membres', '/contenu', '/sessions']) {
    const reply = await page.goto(`/equipe${path}`)
    expect([403, 404], path).toContain(reply?.status())
    await expect(page.getByRole('navigation', { name: 'Menu de l’équipe' })).toHaveCount(0)
  }
  await expectGood(page)
})
