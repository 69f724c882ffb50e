import { expectGood, expectReadable } from './lib/checks.ts'
import { answerUnseen, beginUnnamed, seeResult } from './lib/diagnostic.ts'
import { expect, test } from './lib/journey.ts'

const pages = [
  '/',
  '/diagnostic',
  '/formations',
  '/methode',
  '/partenaires',
  '/accessibilite',
  '/mentions-legales',
  '/confidentialite',
  '/code-source',
  '/connexion',
]

for (const path of pages) {
  test(`${path} can be read by everybody, and fits the screen @desk`, async ({ page }) => {
    const reply = await page.goto(path)
    expect(reply?.status()).toBe(200)
    await expectGood(page)
  })
}

test('the same pages can be read as well at night @once', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of ['/', '/diagnostic', '/formations', '/connexion']) {
    await page.goto(path)
    await expectReadable(page)
  }
  await beginUnnamed(page)
  await expectReadable(page)
  await answerUnseen(page, 1)
  await seeResult(page)
  await expectReadable(page)
})

test('one switches to English and back, and stays where one was', async ({ page }) => {
  await page.goto('/formations')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/formations$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expectGood(page)
  for (const path of ['/', '/diagnostic', '/methode', '/connexion']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectGood(page)
  }
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
})

test('an address that does not exist leads somewhere', async ({ page, foreseen }) => {
  foreseen.push(/404/)
  const reply = await page.goto('/formation/tiktok')
  expect(reply?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
  await expectGood(page)
  await page.getByRole('link', { name: 'Voir les formations' }).click()
  await expect(page).toHaveURL(/\/formations$/)
})

test('a form sent from another site is refused, and the page says what to do @once', async ({ request }) => {
  const reply = await request.post('/diagnostic', { headers: { origin: 'https://ailleurs.example.org' } })
  expect(reply.status()).toBe(403)
  expect(await reply.text()).toContain('Cet envoi n’a pas été accepté')
})

test('a form that is far too long is refused, and the page says what to do @once', async ({
  request,
  baseURL,
}) => {
  const reply = await request.post('/connexion', {
    headers: { origin: baseURL ?? '' },
    form: { email: 'a'.repeat(100_000) },
  })
  expect(reply.status()).toBe(413)
  expect(await reply.text()).toContain('Cet envoi est trop long')
})

test('on paper the result is without menus, and says where it comes from @once', async ({ page }) => {
  const token = await beginUnnamed(page)
  await answerUnseen(page, 1)
  await seeResult(page)
  await page.emulateMedia({ media: 'print' })
  for (const menu of await page.locator('nav, .language').all()) await expect(menu).toBeHidden()
  await expect(page.locator('.printed-from')).toBeVisible()
  await expect(page.locator('.printed-from')).toContainText(`/diagnostic/${token}/resultat`)
  await expect(page.locator('.slate h3').first()).toBeVisible()
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})
