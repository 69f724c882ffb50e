import { expectFits, expectFocusVisible, expectGood } from './lib/checks.ts'
import {
  answerUnseen,
  beginUnnamed,
  choose,
  options,
  scriptReady,
  seeResult,
  tokenOf,
} from './lib/diagnostic.ts'
import { expect, test } from './lib/journey.ts'
import { aQuietShop } from './lib/town.ts'

test('an owner finds the shop by its SIRET, typed with spaces', async ({ page }) => {
  const { siret, name } = await aQuietShop()
  await page.goto('/diagnostic')
  await page
    .getByLabel('Nom du commerce ou SIRET')
    .fill(siret.replace(/(...)(...)(...)(.....)/, '$1 $2 $3 $4'))
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(page.getByRole('button', { name: /C’est mon commerce/ })).toHaveCount(1)
  await page.getByRole('button', { name: new RegExp(`C’est mon commerce : ${name}`) }).click()
  await expect(options(page).first()).toBeVisible()
})

test('a shop that is not in the register goes on without', async ({ page }) => {
  await page.goto('/diagnostic')
  await page.getByLabel('Nom du commerce ou SIRET').fill('zzzyxwv qqq')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(page.getByText('Aucun commerce trouvé')).toBeVisible()
  await expectGood(page)
  await page.getByRole('button', { name: 'Continuer sans le dire' }).click()
  await answerUnseen(page, 0)
  await seeResult(page)
  await expectGood(page)
})

test('who stops in the middle goes on later with the link, on another telephone', async ({
  page,
  browser,
}, info) => {
  const token = await beginUnnamed(page)
  await choose(page, 0)
  await choose(page, 0)
  const here = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByText('Continuer plus tard').click()
  await expect(page.getByText(`/diagnostic/${token}`).first()).toBeVisible()
  const { viewport = null, javaScriptEnabled = true, locale = 'fr-FR', baseURL = '' } = info.project.use
  const other = await browser.newContext({
    viewport,
    javaScriptEnabled,
    locale,
    baseURL: process.env['BASE_URL'] ?? baseURL,
  })
  const elsewhere = await other.newPage()
  await elsewhere.goto(`/diagnostic/${token}`)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(here ?? '')
  await other.close()
})

test('with two tabs on the same question, the last answer counts', async ({ page, context }) => {
  const token = await beginUnnamed(page)
  const address = page.url()
  const other = await context.newPage()
  await other.goto(address)
  await choose(page, 0)
  await choose(other, 1)
  await page.goto(`/diagnostic/${token}/reponses`)
  await page.goto(address)
  await expect(options(page).nth(1)).toContainText('Votre réponse')
  await expect(options(page).first()).not.toContainText('Votre réponse')
})

test('one answer changed from the result makes a new result', async ({ page }) => {
  await beginUnnamed(page)
  await answerUnseen(page, 0)
  await seeResult(page)
  await page.getByText('D’où vient chaque point').click()
  await page.locator('.point-sources a[href*="retour=resultat"]').first().click()
  await options(page).nth(1).click()
  await expect(page.getByText('Vous avez changé des réponses depuis ce résultat.')).toBeVisible()
  await expectGood(page)
  await page.getByRole('button', { name: 'Refaire mon résultat' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre résultat et votre plan')
  await expect(page.getByText('Vous avez changé des réponses depuis ce résultat.')).toHaveCount(0)
})

test('a result asked for after one answer says what is missing', async ({ page }) => {
  await beginUnnamed(page)
  await choose(page, 0)
  await page.getByRole('link', { name: /Voir mes réponses/ }).click()
  await expect(page.getByText(/Il reste .* questions sans réponse/)).toBeVisible()
  await expectGood(page)
  await seeResult(page)
  await expectGood(page)
})

test('an owner answers with the keyboard alone @desk', async ({ page, javaScriptEnabled }) => {
  const token = await beginUnnamed(page)
  if (javaScriptEnabled) await scriptReady(page)
  const first = page.url()
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab')
    if (
      await options(page)
        .nth(1)
        .evaluate((button) => button === document.activeElement)
    )
      break
  }
  await expectFocusVisible(page)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(first)
  expect(tokenOf(page)).toBe(token)
  await page.keyboard.press('Tab')
  await expectFocusVisible(page)
  // A page that was loaded begins at its top; one that only turned to the next question, at that question.
  const next = javaScriptEnabled
    ? options(page).first()
    : page.getByRole('link', { name: 'Aller au contenu' })
  await expect(next).toBeFocused()
})

test('enlarged to twice its size, a question and its result lose nothing @once', async ({ page }) => {
  const token = await beginUnnamed(page)
  await page.setViewportSize({ width: 180, height: 370 })
  await page.reload()
  await expectFits(page)
  for (const option of await options(page).all()) await expect(option).toBeVisible()
  await answerUnseen(page, 1)
  await seeResult(page)
  await expectFits(page)
  await page.goto(`/diagnostic/${token}/reponses`)
  await expectFits(page)
})

test('a link that leads to no diagnostic, and a question that does not exist, say what to do', async ({
  page,
  foreseen,
}) => {
  foreseen.push(/404/)
  const token = await beginUnnamed(page)
  await page.goto(`/diagnostic/${token}/question-inventee`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette question n’existe pas')
  await expectGood(page)
  await page.goto('/diagnostic/cle-inventee')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne mène à aucun diagnostic')
  await expectGood(page)
})
