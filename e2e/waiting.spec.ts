import type { Page } from '@playwright/test'
import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { openMail, signIn } from './lib/mailbox.ts'
import { aSessionLike, aStaffMember } from './lib/town.ts'

const reserve = (session: string) => `/formations/sessions/${session}/reserver`

/** Fills in the form of a session and sends it; the button says whether it books or waits. */
async function ask(page: Page, session: string, email: string, button: string): Promise<void> {
  await page.goto(reserve(session))
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByRole('button', { name: button }).click()
}

test('who waits gets the seat that another gives back: mail, one button, booked', async ({
  page,
  context,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/409/)
  const session = await aSessionLike({ startsIn: '3 days', seats: 1 })
  await ask(page, session, `avant-${mailbox}`, 'Réserver ma place')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre place est réservée')
  const booking = page.url()
  await ask(page, session, mailbox, 'M’inscrire sur la liste d’attente')
  await expect(page.getByText('1er sur la liste')).toBeVisible()
  await expectGood(page)

  await page.goto(`${booking}/annuler`)
  await page.getByRole('button', { name: 'Rendre ma place' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette réservation est annulée')

  const mail = await openMail(context, mailbox, /Une place pour vous/)
  const link = /\/liste-attente\/[\w-]{22}\/prendre/.exec(await mail.content())?.[0] ?? ''
  await mail.close()
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une place est libre pour vous')
  await expectGood(page)
  await page.getByRole('button', { name: 'Je prends la place' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre place est réservée')
})

test('who waits leaves the line in one tap', async ({ page, mailbox, foreseen }) => {
  foreseen.push(/409/)
  const session = await aSessionLike({ startsIn: '3 days', seats: 3, taken: 3 })
  await ask(page, session, mailbox, 'M’inscrire sur la liste d’attente')
  await page.getByRole('button', { name: 'Quitter la liste' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous avez quitté la liste d’attente')
  await expectGood(page)
})

test('an operator adds a seat and sees it go to the line @desk', async ({ page, mailbox, foreseen }) => {
  foreseen.push(/409/)
  const session = await aSessionLike({ startsIn: '3 days', seats: 3, taken: 3 })
  await ask(page, session, mailbox, 'M’inscrire sur la liste d’attente')
  await expect(page.getByText('1er sur la liste')).toBeVisible()
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto(`/equipe/sessions/${session}`)
  await page.getByLabel('Places de la session').fill('2')
  await page.getByRole('button', { name: 'Changer le nombre de places' }).click()
  await expect(page.getByText('3 places sont déjà prises').first()).toBeVisible()
  await expectGood(page)
  await page.getByLabel('Places de la session').fill('4')
  await page.getByRole('button', { name: 'Changer le nombre de places' }).click()
  await expect(page.getByText('La session a maintenant 4 places.')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Offre jusqu’au/ })).toBeVisible()
  await expectGood(page)
})
