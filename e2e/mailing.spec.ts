import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { openMail, signIn } from './lib/mailbox.ts'
import { aReachableShop, aStaffMember } from './lib/town.ts'

test('an operator writes a mailing, looks at it, sends it; an owner leaves by the link in it @desk @once', async ({
  page,
  context,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/422/)
  const owner = `owner-${mailbox}`
  // Each width has its own, so that neither counts the other's.
  const department = test.info().project.name === 'desk' ? '977' : '978'
  await aReachableShop(owner, department)
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.getByRole('link', { name: 'Envois' }).click()
  await expectGood(page)
  await page.getByRole('link', { name: 'Préparer un envoi' }).click()
  await expectGood(page)
  await page.getByLabel('Des formations').check()
  await page.getByLabel('Un département').check()
  await page.getByLabel('Numéro du département').fill(department)
  await page.locator('#subject').fill('Trente minutes pour {{commerce}}')
  await page.locator('#body').fill('Bonjour,\n\n{{prenom}}')
  await page.getByRole('button', { name: 'Garder et voir' }).click()
  await expect(page.getByRole('alert')).toContainText('Entre doubles accolades')
  await page
    .locator('#body')
    .fill('Bonjour {{commerce}},\n\nVenez à une formation gratuite.\n\n{{diagnostic}}')
  await page.getByRole('button', { name: 'Garder et voir' }).click()
  await expect(page.getByText('1 personne le recevrait')).toBeVisible()
  await expect(page.getByText('Pas de texte en anglais')).toBeVisible()
  await expectGood(page)

  await page.getByRole('link', { name: 'Voir le message' }).click()
  const phone = page.frameLocator('iframe').first()
  await expect(phone.getByText('Bonjour Au pain doré')).toBeVisible()
  await expectGood(page)
  await page.getByRole('link', { name: 'Revenir à l’envoi' }).click()

  await page.getByRole('button', { name: 'M’envoyer un essai' }).click()
  await expect(page.getByText('L’essai est parti')).toBeVisible()
  await (await openMail(context, mailbox, /\[Essai\] Trente minutes/)).close()

  await page.getByRole('button', { name: 'Faire partir l’envoi' }).click()
  await expect(page.getByText('C’est noté')).toBeVisible()
  const line = (state: string) => page.getByRole('row').filter({ hasText: state })
  await expect(async () => {
    await page.getByRole('link', { name: 'Actualiser' }).click()
    await expect(page.getByText('terminé', { exact: true })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expect(line('partis').first()).toContainText('1')
  await expectGood(page)

  const mail = await openMail(context, owner, /Trente minutes pour/)
  const link = /\/u\/[\w-]+/.exec((await mail.locator('.mail-plain').textContent()) ?? '')?.[0] ?? ''
  await mail.goto(link)
  await expectGood(mail)
  await mail.getByRole('button', { name: 'Ne plus rien recevoir' }).click()
  await expect(mail.getByText('nous ne vous écrirons plus')).toBeVisible()
  await expectGood(mail)
  await mail.getByLabel('Les nouvelles du programme').check()
  await mail.getByRole('button', { name: 'Garder mon choix' }).click()
  await expect(mail.getByText('Votre choix est noté')).toBeVisible()

  await page.goto('/equipe/envois')
  await page.getByRole('link', { name: 'Préparer un envoi' }).click()
  await page.getByLabel('Des formations').check()
  await page.getByLabel('Un département').check()
  await page.getByLabel('Numéro du département').fill(department)
  await page.locator('#subject').fill('Encore une formation')
  await page.locator('#body').fill('Bonjour.\n\n{{diagnostic}}')
  await page.getByRole('button', { name: 'Garder et voir' }).click()
  await expect(page.getByText('Personne ne le recevrait')).toBeVisible()
  await expect(line('ne veulent plus de ces messages')).toContainText('1')
})
