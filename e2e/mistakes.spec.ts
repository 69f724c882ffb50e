import { expectGood } from './lib/checks.ts'
import { beginUnnamed, seeResult } from './lib/diagnostic.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'
import { anOpenSession, aStaffMember, ask } from './lib/town.ts'

test('after a mistake the list of what to correct has the focus, and leads to the field @desk', async ({
  page,
  foreseen,
}) => {
  foreseen.push(/422/)
  const session = await anOpenSession()
  const forms = [
    { path: '/connexion', button: 'Recevoir mon code', field: 'email', type: 'rose@' },
    {
      path: `/formations/sessions/${session}/reserver`,
      button: 'Réserver ma place',
      field: 'email',
      type: '',
    },
    { path: '/diagnostic', button: 'Chercher', field: 'q', type: 'ab' },
  ]
  for (const { path, button, field, type } of forms) {
    await page.goto(path)
    await page.locator(`#${field}`).fill(type)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await page.getByRole('alert').getByRole('link').click()
    await expect(page.locator(`#${field}`)).toBeFocused()
    await expect(page.locator(`#${field}`)).toHaveAttribute('aria-invalid', 'true')
    await expectGood(page)
  }
})

test('a choice that was forgotten is named as wrong, and the list leads to its first line @desk', async ({
  page,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/422/)
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto('/equipe/membres')
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('radiogroup')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('alert').getByRole('link', { name: 'Choisissez un rôle.' }).click()
  await expect(page.getByRole('radio').first()).toBeFocused()
  await expectGood(page)
})

test('when a page breaks one reads whose fault it is, and gets home @desk', async ({ page, foreseen }) => {
  foreseen.push(/500/)
  const token = await beginUnnamed(page)
  const result = `/diagnostic/${token}/resultat`
  await page.goto(`/diagnostic/${token}/reponses`)
  await seeResult(page)
  await spoilPlan(token, '"unreadable"')
  const reply = await page.goto(result)
  expect(reply?.status()).toBe(500)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quelque chose n’a pas marché chez nous')
  await expectGood(page)
  await page.getByRole('link', { name: 'Aller à l’accueil' }).click()
  await expect(page).toHaveURL(/\/$/)
  await spoilPlan(token, '[]')
  await page.goto(result)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre résultat et votre plan')
})

/** What no program of ours writes: a plan that cannot be shown. Of this diagnostic only, as journeys run side by side. */
async function spoilPlan(token: string, passedOver: string): Promise<void> {
  await ask(
    'update plans set passed_over = $2::jsonb from diagnostics d where d.id = diagnostic_id and d.token = $1',
    [token, passedOver],
  )
}
