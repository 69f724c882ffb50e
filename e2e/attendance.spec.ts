import { expectGood } from './lib/checks.ts'
import { expect, test, untilNextPage } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'
import { aSessionLike, aStaffMember, ask } from './lib/town.ts'

/** A session that began a while ago, with two people who booked. */
async function aSessionOfToday(trainer: string, mailbox: string): Promise<string> {
  const session = await aSessionLike({ startsIn: '-20 minutes', seats: 10, taken: 2 })
  await ask(
    `update training_sessions set trainer_person_id = (select id from people where email = $2) where id = $1`,
    [session, trainer],
  )
  for (const name of ['Rose', 'Malo'])
    await ask(
      `with person as (insert into people (email, name) values ($2, $3) returning id)
       insert into bookings (training_session_id, person_id, token, language, booked_at)
       select $1, id, left(encode(sha256(id::text::bytea), 'hex'), 22), 'fr', now() - interval '2 days' from person`,
      [session, `${name}-${mailbox}`.toLowerCase(), `${name} Essai`],
    )
  return session
}

test('a trainer notes who came, takes the sheet along, and sees how full the session was @desk', async ({
  page,
  mailbox,
}) => {
  const trainer = await aStaffMember('trainer', mailbox)
  const session = await aSessionOfToday(trainer, mailbox)
  await signIn(page, trainer)
  await page.goto(`/equipe/sessions/${session}`)
  await untilNextPage(page, () => page.getByRole('link', { name: 'Présences et feuille à signer' }).click())
  await expectGood(page)
  await page.getByRole('group', { name: 'Malo Essai' }).getByLabel('Absent').check()
  await untilNextPage(page, () => page.getByRole('button', { name: 'Les autres sont présents' }).click())
  await expect(page.getByText('Malo Essai : Absent')).toBeVisible()
  await expect(page.getByText('Rose Essai : Présent')).toBeVisible()
  await expectGood(page)

  const sheet = await page.request.get(`/equipe/sessions/${session}/presences/feuille.pdf`)
  expect(sheet.headers()['content-type']).toBe('application/pdf')
  await page.goto('/equipe/presences')
  await expect(page.getByText('20 %, 2 sur 10').first()).toBeVisible()
  await expect(page.getByText('50 %, 1 sur 2').first()).toBeVisible()
  await expectGood(page)
})
