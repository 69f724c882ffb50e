/** What every page a journey passes must be. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The checks of `expectAccessible` and `expectFits`, after a step of a journey. */
export async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectFits(page)
}

/** Pages that axe has found good in this process, to the letter: it would find the same again. */
const foundGood = new Set<string>()

/** Nothing that axe finds at WCAG 2.2 AA, and the structure a screen reader lives on. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectStructure(page)
  // Axe is a script: without scripts it would wait for ever. The other project checks the same page.
  if (test.info().project.use.javaScriptEnabled === false) return
  const look = await lookOf(page)
  if (foundGood.has(look)) return
  await expectNothingFound(page, axe(page).withTags(rules))
  foundGood.add(look)
}

/** What can be read by day can be read in these colours too: the rest of a page does not depend on its colours. */
export async function expectReadable(page: Page): Promise<void> {
  await expectStructure(page)
  await expectNothingFound(page, axe(page).withRules(['color-contrast', 'link-in-text-block']))
}

/**
 * No page of ours has frames, so axe may stay in the page: its other way opens a tab of its own each time. And it
 * describes what it found, not all that is well. Together a third of the time.
 */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

async function expectNothingFound(page: Page, check: AxeBuilder): Promise<void> {
  const { violations } = await check.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found, page.url()).toEqual([])
}

/** Everything axe looks at: the document, the width and the colours. */
async function lookOf(page: Page): Promise<string> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  return [page.viewportSize()?.width, isDark, await page.content()].join(' ')
}

async function expectStructure(page: Page): Promise<void> {
  await expect(page.locator('html[lang]')).toHaveCount(1)
  await expect(page.locator('main')).toHaveCount(1)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page).toHaveTitle(/\S/)
}

/** Nobody scrolls sideways, whatever the width. */
export async function expectFits(page: Page): Promise<void> {
  const [needed, given] = await page.evaluate(() => [
    document.scrollingElement?.scrollWidth ?? 0,
    window.innerWidth,
  ])
  expect(needed, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(given ?? 0)
}

/** Whoever moves by keyboard sees where they are. */
export async function expectFocusVisible(page: Page): Promise<void> {
  const outline = await page.evaluate(() => {
    const style = document.activeElement && getComputedStyle(document.activeElement)
    return style ? { style: style.outlineStyle, width: Number.parseFloat(style.outlineWidth) } : null
  })
  expect(outline?.style, 'the focus has an outline').not.toBe('none')
  expect(outline?.width ?? 0).toBeGreaterThanOrEqual(2)
}
