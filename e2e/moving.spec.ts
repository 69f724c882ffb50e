import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { openMail, signIn } from './lib/mailbox.ts'
import { aSessionLike, aStaffMember } from './lib/town.ts'

test('a session moves while an owner fills in the form, then is called off: the owner is told each time @desk', async ({
  page,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/409/)
  const session = await aSessionLike({ startsIn: '9 days', seats: 8 })
  const form = await page.context().newPage()
  await form.goto(`/formations/sessions/${session}/reserver`)
  await form.getByLabel('Votre adresse e-mail').fill(mailbox)

  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto(`/equipe/sessions/${session}`)
  await expectGood(page)
  await page.getByRole('link', { name: 'Changer cette session' }).click()
  await page.getByLabel('Heure de début').fill('7:15')
  await page
    .getByLabel('Lien de la salle en ligne')
    .fill(`https://salle.example.org/${'une-salle-au-nom-long-'.repeat(4)}`)
  await expectGood(page)
  await page.getByRole('button', { name: 'Voir ce qui change' }).click()
  await expect(page.getByText('Personne n’a de place pour le moment')).toBeVisible()
  await expectGood(page)
  await page.getByRole('button', { name: 'Changer la session' }).click()
  await expect(page.getByText('La session est changée.')).toBeVisible()

  await page.context().clearCookies()
  await form.getByRole('button', { name: 'Réserver ma place' }).click()
  await expect(form.getByRole('heading', { level: 1 })).toHaveText('Cette session a changé de date')
  await expect(form.getByLabel('Votre adresse e-mail')).toHaveValue(mailbox)
  await expectGood(form)
  await form.getByRole('button', { name: 'Réserver à la nouvelle date' }).click()
  await expect(form.getByRole('heading', { level: 1 })).toHaveText('Votre place est réservée')

  await signIn(page, `operator-${mailbox}`)
  await page.goto(`/equipe/sessions/${session}`)
  await page.getByRole('link', { name: 'Annuler cette session' }).click()
  await expect(page.getByText('1 personne a une place.')).toBeVisible()
  await expectGood(page)
  await page.getByLabel('Votre mot aux personnes inscrites').fill('La formatrice est souffrante.')
  await page.getByRole('button', { name: 'Annuler et prévenir 1 personne' }).click()
  await expect(page.getByText('1 personne est prévenue.')).toBeVisible()
  await expectGood(page)
  const mail = await openMail(page.context(), mailbox, /Session annulée/)
  await expect(mail.getByText('La formatrice est souffrante.').first()).toBeVisible()
})
