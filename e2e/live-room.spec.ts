import type { Browser, Page } from '@playwright/test'
import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'
import { aSessionLike, aStaffMember, ask } from './lib/town.ts'

const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const hasScript = () => test.info().project.use.javaScriptEnabled !== false

/** A session that begins in ten minutes, so its room is open, with its trainer. */
async function aSessionNow(mailbox: string): Promise<{ session: string; trainer: string }> {
  const session = await aSessionLike({ startsIn: '10 minutes', seats: 30 })
  const trainer = await aStaffMember('trainer', mailbox)
  await ask(
    `update training_sessions set room_url = $2, trainer_person_id = (select id from people where email = $3)
     where id = $1`,
    [session, video, trainer],
  )
  return { session, trainer }
}

/** Books a seat, and goes in by the page of the booking. */
async function goIn(page: Page, session: string, mailbox: string): Promise<void> {
  await page.goto(`/formations/sessions/${session}/reserver`)
  await page.getByLabel('Votre adresse e-mail').fill(mailbox)
  await page.getByRole('button', { name: 'Réserver ma place' }).click()
  await page.getByRole('link', { name: 'Aller à la salle' }).click()
  await page.getByRole('button', { name: 'Entrer dans la salle' }).click()
  await expect(page.getByLabel('Poser une question')).toBeVisible()
}

/** What others do appears by itself; without a script, by one tap. */
async function look(page: Page): Promise<void> {
  if (!hasScript()) await page.getByRole('link', { name: 'Actualiser' }).click()
}

const anotherPage = async (browser: Browser) => (await browser.newContext()).newPage()

test('a live room: a question, a vote, a poll, somebody who comes late, and the trainer who runs it', async ({
  page: owner,
  browser,
  mailbox,
}) => {
  const { session, trainer: email } = await aSessionNow(mailbox)
  const trainer = await anotherPage(browser)
  await signIn(trainer, email)
  await trainer.goto(`/equipe/sessions/${session}`)
  await trainer.getByRole('link', { name: 'Animer la salle' }).click()
  await expect(trainer.getByText('Pas encore de question.')).toBeVisible()
  await goIn(owner, session, mailbox)
  await expectGood(owner)

  const question = 'Comment répondre à un avis injuste ?'
  await owner.getByLabel('Poser une question').fill(question)
  await owner.getByRole('button', { name: 'Envoyer ma question' }).dblclick()
  await expect(owner.getByText(question, { exact: true })).toHaveCount(1)
  await owner.getByRole('button', { name: 'Moi aussi' }).click()
  await expect(owner.getByRole('button', { name: 'Retirer ma voix' })).toBeVisible()
  await look(trainer)
  await expect(trainer.getByText('1 voix')).toBeVisible()

  await trainer.getByLabel('La question').fill('Avez-vous une fiche sur la carte ?')
  await trainer.getByLabel('Les réponses').fill('Oui\nNon')
  await trainer.getByRole('button', { name: 'Préparer ce sondage' }).click()
  await trainer.getByRole('button', { name: 'Ouvrir : Avez-vous' }).click()
  await expect(trainer.getByText('Ouvert', { exact: true })).toBeVisible()
  await expectGood(trainer)
  await look(owner)
  await owner.getByRole('button', { name: 'Non' }).click()
  await expect(owner.getByText('Vous pouvez changer de réponse')).toBeVisible()
  await expectGood(owner)

  const late = await anotherPage(browser)
  await goIn(late, session, `tard-${mailbox}`)
  await expect(late.getByRole('heading', { name: 'Sondage : Avez-vous une fiche' })).toBeVisible()
  await late.getByRole('button', { name: 'Non' }).click()
  await look(owner)
  await expect(owner.getByText('2 personnes sont là')).toBeVisible()

  await look(trainer)
  await trainer.getByRole('button', { name: 'Terminer' }).click()
  await trainer.getByRole('button', { name: 'Masquer' }).click()
  await expect(trainer.getByText('Masquée')).toBeVisible()
  await look(late)
  await expect(late.getByText('100 % (2)')).toBeVisible()
  await expect(late.getByText(question)).toHaveCount(0)
  await expectGood(late)
})

test('the video of another site comes with a tap, and not before @desk', async ({ page, mailbox }) => {
  const asked: string[] = []
  await page.context().route(/youtube/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Vidéo</title>' })
  })
  const { session } = await aSessionNow(mailbox)
  await goIn(page, session, mailbox)
  const link = page.getByRole('link', { name: 'Ouvrir la vidéo sur youtube.com' })
  await expect(link).toHaveAttribute('href', video)
  expect(asked).toEqual([])
  if (!hasScript()) return
  await page.getByRole('button', { name: 'Afficher la vidéo de youtube.com' }).click()
  await expect(page.getByTitle('Vidéo de youtube.com')).toBeVisible()
  await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'])
})
