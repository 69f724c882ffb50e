import type { Page } from '@playwright/test'
import { expectGood } from './lib/checks.ts'
import { answerAll, choose, options, seeResult } from './lib/diagnostic.ts'
import { expect, test, untilOtherAddress } from './lib/journey.ts'
import { openMail } from './lib/mailbox.ts'
import { aQuietShop, ask } from './lib/town.ts'

test('an owner finds the shop, answers, reads a plan, books its training and gives the seat back', async ({
  page,
  mailbox,
  foreseen,
}) => {
  // An address without its at sign; and the calendar file, a page without a head, that names no icon.
  foreseen.push(/422/, /favicon/)
  await findTheShop(page)
  await answerWithBackAndChange(page)
  await readTheResult(page)
  await goToATrainingOfThePlan(page)
  await bookTheFirstDate(page, mailbox)
  await readTheConfirmation(page, mailbox)
  await giveTheSeatBack(page, mailbox)
})

async function findTheShop(page: Page): Promise<void> {
  const shop = await aQuietShop()
  await page.goto('/')
  await expectGood(page)
  await page.getByRole('link', { name: 'Faire mon diagnostic' }).first().click()
  await page.getByLabel('Nom du commerce ou SIRET').fill(shop.name)
  await page.getByLabel(/^Ville/).fill(shop.commune)
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expectGood(page)
  await page
    .getByRole('button', { name: `C’est mon commerce : ${shop.name}`, exact: false })
    .first()
    .click()
  await expect(page).toHaveURL(/\/diagnostic\/[^/]+\/[\w-]+$/)
}

async function answerWithBackAndChange(page: Page): Promise<void> {
  await expectGood(page)
  const first = page.url()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await choose(page, 0)
  await expect(page).not.toHaveURL(first)
  await page.getByRole('link', { name: 'Question précédente' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect(options(page).first()).toContainText('Votre réponse')
  await choose(page, 1)
  await answerUntilTheFirstItem(page)
  await expectGood(page)
  await untilOtherAddress(page, () => options(page).filter({ hasText: 'Je ne sais pas' }).click())
  await answerAll(page, 2)
  await expectGood(page)
  await seeResult(page)
}

/** The first questions are about the shop; the items follow, and each may be left unknown. */
async function answerUntilTheFirstItem(page: Page): Promise<void> {
  while ((await options(page).filter({ hasText: 'Je ne sais pas' }).count()) === 0) await choose(page, 1)
}

async function readTheResult(page: Page): Promise<void> {
  await expectGood(page)
  const axes = page.getByRole('figure').filter({ hasText: 'Les mêmes chiffres en tableau' })
  await expect(axes.locator('.axis-bar')).toHaveCount(5)
  await expect(axes.locator('.axis-sentence')).toHaveCount(5)
  await axes.getByText('Les mêmes chiffres en tableau').click()
  await expect(axes.getByRole('table').getByRole('row')).toHaveCount(6)
  const actions = page.locator('.slate ol > li')
  const count = await actions.count()
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThanOrEqual(3)
  for (let place = 0; place < count; place++) {
    await expect(actions.nth(place)).toContainText('Parce que vous avez répondu')
    await expect(actions.nth(place)).toContainText('Premier pas')
  }
}

async function goToATrainingOfThePlan(page: Page): Promise<void> {
  await page.locator('.slate a[href*="/formations/"]').first().click()
  await expect(page.getByText('Proposée par votre plan')).toBeVisible()
  await expectGood(page)
}

async function bookTheFirstDate(page: Page, mailbox: string): Promise<void> {
  await page.getByRole('link', { name: 'Réserver ma place' }).first().click()
  await expect(page.getByText('Pour le commerce')).toBeVisible()
  await expectGood(page)
  await page.getByLabel('Votre adresse e-mail').fill('sans-arobase')
  await page.getByRole('button', { name: 'Réserver ma place' }).click()
  await expect(page.getByRole('alert')).toContainText('n’est pas complète')
  await expect(page.getByLabel('Votre adresse e-mail')).toHaveValue('sans-arobase')
  await expectGood(page)
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Réserver ma place' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre place est réservée')
  await expectGood(page)
}

async function readTheConfirmation(page: Page, mailbox: string): Promise<void> {
  const mail = await openMail(page.context(), mailbox, /Réservé/)
  await mail.getByRole('link', { name: /Calendar \(REQUEST\)/ }).click()
  await expect(mail.locator('body')).toContainText('METHOD:REQUEST')
  await mail.close()
  const reminders = await ask<{ kind: string; isQueued: boolean }>(
    `select kind, exists (
       select from pgboss.job
       where name = 'bookings.remind-session' and data ->> 'kind' = kind
         and data ->> 'trainingSessionId' = training_session_id::text
     ) as "isQueued"
     from reminders join bookings on bookings.id = booking_id join people on people.id = person_id
     where email = $1 order by kind`,
    [mailbox],
  )
  expect(reminders).toContainEqual({ kind: 'hour-before', isQueued: true })
}

async function giveTheSeatBack(page: Page, mailbox: string): Promise<void> {
  await page.getByRole('link', { name: 'Rendre ma place' }).click()
  await expectGood(page)
  await page.getByRole('button', { name: 'Rendre ma place' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette réservation est annulée')
  const mail = await openMail(page.context(), mailbox, /Annul|annul|rendue/)
  await expect(mail.getByRole('link', { name: /Calendar \(CANCEL\)/ })).toBeVisible()
}
