/** `npm run screenshots`: the pictures of the README, taken from the demo town, into `docs/screenshots`. */
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { build, needsBuild } from './build.ts'
import { findChromium } from './lib/chromium.ts'
import { beforeLeaving, leaveOnSignals } from './lib/leaving.ts'
import { repository } from './lib/paths.ts'
import { openStage, type Stage } from './lib/stage.ts'

const folder = join(repository, 'docs', 'screenshots')
const screens = [
  { width: 360, height: 900 },
  { width: 1280, height: 860 },
]
const largest = 200_000

/** Stands for the address of a fresh diagnostic at its first question about the shop's presence online. */
const firstItem = 'map-listing'

type Shot = { name: string; path: string; night?: boolean }

/** Opens the demo town, takes every picture at every width, and says how heavy each is. */
async function main(): Promise<void> {
  if (needsBuild() && !(await build())) return fail('The build failed: see above.')
  const stage = await openStage()
  beforeLeaving(() => stage.close())
  const executablePath = findChromium() ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    mkdirSync(folder, { recursive: true })
    const shots = await chooseShots(stage)
    for (const screen of screens) await takeAll(browser, stage, { screen, shots })
  } finally {
    await browser.close()
    await stage.close()
  }
}

/** Which pages of the town: a shop that has its plan, and a training that has dates. */
async function chooseShots({ databaseUrl }: Stage): Promise<Shot[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ token: string; business: string }>(`
    select token, diagnostics.business_id as business
    from diagnostics join plans on plans.diagnostic_id = diagnostics.id
    where exists (select from bookings where bookings.business_id = diagnostics.business_id)
      and (select count(*) from plan_actions where plan_id = plans.id) = 3
    order by diagnostics.token limit 1`)
  await client.end()
  const [shop] = rows
  if (!shop) throw new Error('the demo town has no shop with a plan of three actions and a booking')
  return [
    { name: 'home', path: '/' },
    { name: 'home-night', path: '/', night: true },
    { name: 'question', path: firstItem },
    { name: 'result', path: `/diagnostic/${shop.token}/resultat` },
    { name: 'training', path: '/formations/prendre-en-main-sa-fiche' },
    { name: 'staff', path: '/equipe/indicateurs' },
    { name: 'story', path: `/equipe/commerces/${shop.business}` },
  ]
}

type Screen = (typeof screens)[number]

async function takeAll(
  browser: Browser,
  { url }: Stage,
  { screen, shots }: { screen: Screen; shots: Shot[] },
): Promise<void> {
  const visitor = await browser.newContext({ baseURL: url, viewport: screen, locale: 'fr-FR' })
  const staff = await browser.newContext({ baseURL: url, viewport: screen, locale: 'fr-FR' })
  await signIn(await staff.newPage(), 'operateur@example.org')
  for (const shot of shots) {
    const page = await (shot.path.startsWith('/equipe') ? staff : visitor).newPage()
    await take(
      page,
      { ...shot, path: shot.path === firstItem ? await goToFirstItem(page) : shot.path },
      screen,
    )
    await page.close()
  }
  await visitor.close()
  await staff.close()
}

/** Answers what comes before, so that the picture shows somebody on the way. */
async function goToFirstItem(page: Page): Promise<string> {
  await page.goto('/diagnostic')
  await page.locator('main form[method=post] button').first().click()
  while (!page.url().endsWith(`/${firstItem}`)) await page.locator('#reponses button').nth(1).click()
  return page.url()
}

async function take(page: Page, { name, path, night = false }: Shot, { width }: Screen): Promise<void> {
  const file = join(folder, `${name}-${width}.png`)
  await page.emulateMedia({ colorScheme: night ? 'dark' : 'light', reducedMotion: 'reduce' })
  const reply = await page.goto(path)
  if (reply?.status() !== 200) throw new Error(`${path} answered ${reply?.status()}`)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file, scale: 'css', animations: 'disabled' })
  const { size } = statSync(file)
  console.log(`${name}-${width}.png  ${(size / 1000).toFixed(0)} kB${size > largest ? ', too heavy' : ''}`)
}

/** As people do, with the code of the mail. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion')
  await page.locator('input[name=email]').fill(email)
  await page.locator('main form button').first().click()
  const mails = await page.context().newPage()
  await mails.goto('/dev/mail')
  const code = /\d{6}/.exec(
    (await mails.getByRole('row').filter({ hasText: email }).first().textContent()) ?? '',
  )
  await mails.close()
  await page.locator('input[name=code]').fill(code?.[0] ?? '')
  await page.locator('main form button').first().click()
  await page.waitForURL('**/equipe**')
  await page.close()
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

leaveOnSignals(130)
await main()
