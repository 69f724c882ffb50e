import { defineConfig } from '@playwright/test'
import { findChromium } from './bin/lib/chromium.ts'

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
// Chromium as root, in a container, that calls nobody.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Journeys through the built site, on an embedded database of their own. They share no mailbox, no address and no
 * session with few seats, so they go side by side. Waits are long: they end what hangs, and how fast the machine is
 * decides nothing.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'var/journeys',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: {
    baseURL: process.env['BASE_URL'] ?? '',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() ?? '/usr/bin/chromium', args },
  },
  projects: [
    { name: 'phone', use: phone },
    // What a script cannot change (paper, night, a page twice as large) is looked at once.
    { name: 'phone without JavaScript', use: { ...phone, javaScriptEnabled: false }, grepInvert: /@once/ },
    { name: 'desk', use: { viewport: { width: 1280, height: 900 } }, grep: /@desk/ },
  ],
})
