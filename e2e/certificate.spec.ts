import type { Page } from '@playwright/test'
import { glob, readFile } from 'node:fs/promises'
import { expectGood } from './lib/checks.ts'
import { expect, test, untilNextPage } from './lib/journey.ts'
import { openMail } from './lib/mailbox.ts'
import { aSeatYesterday, theQuizOf } from './lib/town.ts'

const training = 'F01'
const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** Everything that reaches the browser from now on, but pictures and fonts. */
function listenTo(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (/document|script|stylesheet|fetch|xhr/.test(response.request().resourceType()))
      bodies.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(bodies)).join('\n')
}

/** Every file that is built for browsers. */
async function builtAssets(): Promise<string> {
  const files: string[] = []
  for await (const path of glob('dist/client/**/*.{js,css}')) files.push(await readFile(path, 'utf8'))
  expect(files.length).toBeGreaterThan(0)
  return files.join('\n')
}

test('quiz wrong, again, right; opinion in two taps; certificate, checked and downloaded', async ({
  page,
  context,
  mailbox,
  foreseen,
}) => {
  foreseen.push(/404/)
  const quiz = await theQuizOf(training)
  const token = await aSeatYesterday(mailbox, training)
  const received = listenTo(page)
  await page.goto(`/reservations/${token}`)
  await page.getByRole('link', { name: 'Faire le quiz' }).click()
  await expectGood(page)

  const choose = async (isRight: boolean) => {
    for (const { id, answer, options } of quiz) {
      const option = isRight ? answer : options.find((other) => other.id !== answer)?.id
      await page.locator(`input[name="${id}"][value="${option}"]`).check()
    }
  }
  await choose(false)
  const before = `${await received()}\n${await builtAssets()}`
  for (const { why } of quiz) for (const words of [why.fr, why.en]) expect(before).not.toContain(words)
  await untilNextPage(page, () => page.getByRole('button', { name: 'Voir mes réponses' }).click())
  await expect(title(page)).toHaveText(`Aucune bonne réponse sur ${quiz.length}`)
  await expectGood(page)

  await page.getByRole('link', { name: 'Recommencer' }).click()
  await choose(true)
  await page.getByRole('button', { name: 'Voir mes réponses' }).dblclick()
  await expect(title(page)).toHaveText(`${quiz.length} bonnes réponses sur ${quiz.length}`)
  await expectGood(page)

  await page.getByRole('button', { name: 'Oui', exact: true }).click()
  await expectGood(page)
  await page.getByRole('button', { name: 'Il me convient' }).click()
  await expect(page.getByText('Merci, c’est noté.')).toBeVisible()
  await expectGood(page)

  await page.goto(`/reservations/${token}`)
  await page.getByRole('link', { name: 'Demander mon certificat' }).click()
  await expectGood(page)
  await page.getByLabel('Le nom à écrire sur le certificat').fill('Rose Lefèvre')
  await page.getByRole('button', { name: 'Obtenir mon certificat' }).dblclick()
  await expect(title(page)).toHaveText('Certificat de formation')
  await expect(page.getByText('Rose Lefèvre')).toBeVisible()
  await expectGood(page)
  const address = page.url()

  const downloaded = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger le certificat (PDF)' }).click()
  const file = await readFile(await (await downloaded).path())
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')

  const mail = await openMail(context, mailbox, /Votre certificat/)
  expect(await mail.content()).toContain(new URL(address).pathname)
  await mail.close()

  await page.goto('/certificats')
  await expectGood(page)
  await page.getByLabel('Code du certificat').fill('K7QF3')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await expect(title(page)).toHaveText('Aucun certificat n’a ce code')
  await expectGood(page)
  const code = address.split('/').at(-1) ?? ''
  await page.getByLabel('Code du certificat').fill(code.toUpperCase().replace(/(.{4})/g, '$1 '))
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await expect(page).toHaveURL(address)

  await page.goto(`/reservations/${token}/un-mois-apres`)
  await expectGood(page)
  await page.getByRole('button', { name: 'Oui, c’est fait' }).click()
  await expect(page.getByText('Bravo, c’est noté.')).toBeVisible()
  await expectGood(page)
})
