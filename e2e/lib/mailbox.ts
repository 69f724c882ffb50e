/** Reading one's mails, as a developer does: at /dev/mail. */
import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './journey.ts'

/** Opens the newest mail to an address whose subject matches, in a tab of its own; waits for it. */
export async function openMail(context: BrowserContext, to: string, subject: RegExp): Promise<Page> {
  const tab = await context.newPage()
  // A developer reads mails on the machine itself, wherever the journey seems to come from.
  await tab.setExtraHTTPHeaders({ 'x-forwarded-for': '127.0.0.1' })
  const row = tab.getByRole('row').filter({ hasText: to }).filter({ hasText: subject }).first()
  await expect(async () => {
    await tab.goto('/dev/mail')
    await expect(row).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 120_000 })
  await row.getByRole('link').click()
  return tab
}

/** The newest sign-in code sent to an address. */
export async function readCode(context: BrowserContext, email: string): Promise<string> {
  const tab = await openMail(context, email, /\d{6}/)
  const code = /\d{6}/.exec((await tab.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? ''
  await tab.close()
  return code
}

/** Signs in by the real way: address, code from the mail. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre code')
  await page.getByLabel('Le code à six chiffres').fill(await readCode(page.context(), email))
  await page.getByRole('button', { name: 'Me connecter' }).click()
  await expect(page).not.toHaveURL(/connexion/)
}
