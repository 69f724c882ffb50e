import type { Page } from '@playwright/test'
import { expectGood } from './lib/checks.ts'
import { expect, test, untilNextPage } from './lib/journey.ts'
import { ask } from './lib/town.ts'

const replay = '/formations/prendre-en-main-sa-fiche/replay'

/** Where the video stands, in seconds. */
const position = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
/** What is written under the picture now. */
const shownCaption = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => {
    const [track] = [...video.textTracks].filter(({ mode }) => mode === 'showing')
    return [...(track?.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join(' ')
  })

test('a training is seen again: captions, chapters, words, and where one left @once', async ({ page }) => {
  await page.goto('/formations')
  await page.getByRole('link', { name: 'Prendre en main sa fiche sur la carte' }).click()
  await page.getByRole('link', { name: /Revoir : 1 min 19/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Replay : Prendre en main sa fiche sur la carte',
  )
  await expectGood(page)
  await page.locator('video').evaluate((video: HTMLVideoElement) => (video.muted = true))

  await page.getByRole('link', { name: /Dites que c’est vous/ }).click()
  await expect.poll(() => position(page)).toBeGreaterThan(25)
  await expect.poll(() => shownCaption(page)).toContain('Revendiquer cet établissement')
  await expect(page).toHaveURL(replay)
  await page.getByRole('button', { name: '× 1,5' }).click()
  await expect(page.getByRole('button', { name: '× 1,5' })).toHaveAttribute('aria-pressed', 'true')

  const search = page.getByLabel('Chercher dans le texte')
  await search.fill('numero')
  await expect(page.getByText('1 passage', { exact: true })).toBeVisible()
  await expect(page.getByText('Bonjour. Votre fiche')).toBeHidden()
  await expectGood(page)
  await search.press('Enter')
  await expect.poll(() => position(page)).toBeGreaterThan(53)
  await search.fill('')
  await page.getByText('Posez le point de la carte').click()
  await expect.poll(() => position(page)).toBeGreaterThan(50)

  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  const left = Math.floor(await position(page))
  await untilNextPage(page, () => page.getByRole('link', { name: 'La formation et ses dates' }).click())
  await page.goBack()
  await expect(page.getByText(/^Vous reprenez à 0:5\d/)).toBeVisible()
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(left)
  await page.getByRole('link', { name: 'Depuis le début' }).click()
  await expect.poll(() => position(page)).toBeLessThan(40)
})

test('who comes from a booking goes on where they left, on any telephone @once', async ({
  page,
  context,
}) => {
  const [booking] = await ask<{ token: string }>(
    `select token from bookings where cancelled_at is null order by md5(token || 'replay') limit 1`,
  )
  const own = `${replay}?reservation=${booking?.token ?? ''}`
  await page.goto(own)
  const told = page.waitForResponse((reply) => reply.url().endsWith('/vu'))
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    video.currentTime = 40
    await video.play()
  })
  await expect.poll(() => position(page)).toBeGreaterThan(43)
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  expect((await told).status()).toBe(204)

  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.goto(own)
  await expect(page.getByText(/^Vous reprenez à 0:4\d/)).toBeVisible()
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(43)
  // The forty seconds that were jumped over were not seen.
  await expect(page.getByText(/Vous avez déjà vu \d.s sur/)).toBeVisible()
  await expectGood(page)
})
