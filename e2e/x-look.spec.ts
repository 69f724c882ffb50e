import { expect, test } from './lib/journey.ts'
import { ask, aSeatYesterday, theQuizOf, aStaffMember } from './lib/town.ts'
import { signIn } from './lib/mailbox.ts'
test('look', async ({ page, mailbox, foreseen }) => {
  foreseen.push(/4\d\d/)
  const quiz = await theQuizOf('F01')
  const token = await aSeatYesterday('look-' + mailbox, 'F01')
  const shot = async (name: string) => {
    for (const [w, h] of [
      [360, 740],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width: w, height: h })
      await page.screenshot({ path: `/tmp/x-learn-shots/${name}-${w}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 360, height: 740 })
  }
  const slug = '/formations/prendre-en-main-sa-fiche'
  await page.goto(`/reservations/${token}`)
  await shot('booking')
  await page.goto(`${slug}/certificat?reservation=${token}`)
  await shot('missing')
  await page.goto(`${slug}/quiz`)
  await shot('stranger')
  await page.goto(`${slug}/quiz?reservation=${token}`)
  await shot('quiz')
  await page.locator(`input[name="${quiz[0]?.id}"]`).first().check()
  await page.getByRole('button', { name: 'Voir mes réponses' }).click()
  await shot('quiz-error')
  for (const [i, { id, answer, options }] of quiz.entries())
    await page
      .locator(`input[name="${id}"][value="${i > 0 ? answer : options.find((o) => o.id !== answer)?.id}"]`)
      .check()
  await page.getByRole('button', { name: 'Voir mes réponses' }).click()
  await shot('result')
  await page.goto(`${slug}/avis?reservation=${token}`)
  await shot('avis-1')
  await page.getByRole('button', { name: 'Oui', exact: true }).click()
  await shot('avis-2')
  await page.getByRole('button', { name: 'Il me convient' }).click()
  await shot('avis-3')
  await page.goto(`${slug}/certificat?reservation=${token}`)
  await shot('ask')
  await page.getByLabel('Le nom à écrire sur le certificat').fill('Rose Lefèvre')
  await page.getByRole('button', { name: 'Obtenir mon certificat' }).click()
  await expect(page.locator('h1')).toHaveText('Certificat de formation')
  await shot('certificate')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shot('certificate-night')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/certificats/abc')
  await shot('unknown')
  await page.goto(`/reservations/${token}/un-mois-apres`)
  await shot('month')
  await page.getByRole('button', { name: 'Oui, c’est fait' }).click()
  await shot('month-done')
  await page.goto(slug)
  await shot('training')
  for (let i = 0; i < 6; i++)
    await ask(
      `with p as (insert into people (email, name) values ($1, '') returning id) insert into feedback (person_id, training_id, usefulness, pace, word, given_at, changed_at) select id, 'F02', 'yes', 'right', 'Très clair ' || $2, now(), now() from p`,
      [`l${i}-${mailbox}`, String(i)],
    )
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto('/equipe/avis')
  await shot('staff')
  await page.goto('/mes-certificats')
  await shot('own-empty')
})
