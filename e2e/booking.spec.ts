import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { anOpenSession, aSessionLike, ask } from './lib/town.ts'

const reserve = (session: string) => `/formations/sessions/${session}/reserver`

test('a full session says so and shows the other dates', async ({ page, foreseen }) => {
  foreseen.push(/409/)
  const full = await aSessionLike({ startsIn: '3 days', seats: 4, taken: 4 })
  const reply = await page.goto(reserve(full))
  expect(reply?.status()).toBe(409)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette session est complète')
  await expect(page.getByRole('heading', { name: 'Les autres dates' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Réserver ma place' }).first()).toBeVisible()
  await expectGood(page)
})

test('a session that fills up while one types says so, and nothing is booked', async ({
  page,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/409/)
  const session = await aSessionLike({ startsIn: '3 days', seats: 1 })
  await page.goto(reserve(session))
  await ask('update training_sessions set seats_taken = capacity where id = $1', [session])
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Réserver ma place' }).click()
  await expect(page.getByText('Rien n’a été réservé à votre nom.')).toBeVisible()
  await expectGood(page)
})

test('a session of yesterday is over', async ({ page, foreseen }) => {
  foreseen.push(/410/)
  const reply = await page.goto(reserve(await aSessionLike({ startsIn: '-1 day', seats: 10 })))
  expect(reply?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette session est passée')
  await expectGood(page)
})

test('two taps on "Réserver" book one seat', async ({ page, mailbox }) => {
  const session = await anOpenSession()
  await page.goto(reserve(session))
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Réserver ma place' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre place est réservée')
  expect(await countBookings(mailbox)).toBe(1)
})

test('who comes back to book the same session again keeps one seat', async ({ page, mailbox }) => {
  const session = await anOpenSession()
  for (const title of ['Votre place est réservée', 'Cette adresse a déjà une place']) {
    await page.goto(reserve(session))
    await page.getByLabel('Votre adresse e-mail').fill(mailbox)
    await page.getByRole('button', { name: 'Réserver ma place' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  }
  await expectGood(page)
  expect(await countBookings(mailbox)).toBe(1)
})

async function countBookings(email: string): Promise<number> {
  const rows = await ask<{ count: number }>(
    'select count(*)::int as count from bookings join people on people.id = person_id where email = $1',
    [email],
  )
  return rows[0]?.count ?? 0
}
