/** Pictures of a recorded training, 854 × 480, in the look of the street: awning, plaster, slate. */
import { chromium } from '@playwright/test'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { typeset } from '../../src/features/programmes/text.ts'
import { findChromium } from './chromium.ts'
import { repository } from './paths.ts'

type Slide = { title: { fr: string }; points: readonly string[] }
type Deck = { kicker: { fr: string }; slides: readonly Slide[] }

const size = { width: 854, height: 480 }
const font = (weight: number) =>
  pathToFileURL(join(repository, `src/ui/fonts/bricolage-grotesque-${weight}.ttf`)).href

const style = `
@font-face { font-family: Bricolage; font-weight: 400; src: url(${font(400)}) }
@font-face { font-family: Bricolage; font-weight: 700; src: url(${font(700)}) }
* { margin: 0; box-sizing: border-box }
body { height: 480px; background: oklch(97% .012 85); color: oklch(24% .02 70); font-family: Bricolage }
.awning { height: 44px; background: repeating-linear-gradient(90deg, oklch(50% .19 27) 0 30px, oklch(96% .025 88) 30px 60px);
  mask: linear-gradient(#000 0 0) top / 100% 30px no-repeat, radial-gradient(circle at 50% 0, #000 14.5px, #0000 15px) left bottom / 30px 15px repeat-x }
main { padding: 18px 52px }
.kicker { font-size: 19px; color: oklch(36% .07 160); display: flex; justify-content: space-between }
h1 { font-size: 46px; line-height: 1.08; margin: 8px 0 22px; letter-spacing: -.01em }
ul { list-style: none; padding: 20px 28px 24px; background: oklch(29% .022 195); color: oklch(96% .012 100);
  border: 5px solid oklch(63% .085 65); border-radius: 6px; font-size: 29px; line-height: 1.48 }
li::before { content: '–  '; color: oklch(88% .13 88) }`

/** Draws every slide into `work`; gives the files in order. */
export async function drawSlides(work: string, { kicker, slides }: Deck): Promise<string[]> {
  const executablePath = findChromium() ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: size })
    // From a file: a page without an address may not read fonts.
    await page.goto(pathToFileURL(join(repository, 'src/ui/fonts/OFL.txt')).href)
    const files: string[] = []
    for (const [index, slide] of slides.entries()) {
      await page.setContent(written(slide, `${kicker.fr} – ${index + 1} / ${slides.length}`))
      await page.evaluate(() => document.fonts.ready)
      const path = join(work, `${index}.png`)
      await page.screenshot({ path })
      files.push(path)
    }
    return files
  } finally {
    await browser.close()
  }
}

function written({ title, points }: Slide, kicker: string): string {
  const items = points.map((point) => `<li>${escaped(point)}</li>`).join('')
  const head = `<p class="kicker"><span>${escaped(kicker)}</span><span>Démonstration</span></p>`
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><style>${style}</style>
<div class="awning"></div><main>${head}<h1>${escaped(title.fr)}</h1><ul>${items}</ul></main></html>`
}

function escaped(words: string): string {
  return typeset(words, 'fr').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
