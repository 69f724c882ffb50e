/** From a programme's three colours to every colour that depends on them, legible by day and by night. */
import { contrast, formatOklch, legibleOn, mostLegible, parseOklch, type Oklch } from './contrast.ts'

/** Colours as `oklch(36% 0.07 160)`: shop paint, awning cloth, lit window. */
export type Brand = { deep: string; bright: string; light: string }

/** Bottle green, awning red, lamp light: what tokens.css carries when no programme says otherwise. */
export const defaultBrand: Brand = {
  deep: 'oklch(35% 0.065 162)',
  bright: 'oklch(55% 0.195 28)',
  light: 'oklch(88% 0.135 88)',
}

/** Grounds and inks of tokens.css that brand colours meet: kept equal by brand.test.ts. */
export const grounds = {
  day: { ground: 'oklch(97% 0.012 85)', surface: 'oklch(99.3% 0.006 85)', ink: 'oklch(24% 0.02 70)' },
  night: { ground: 'oklch(19% 0.028 268)', surface: 'oklch(24.5% 0.032 268)', ink: 'oklch(94% 0.018 85)' },
} as const

/** The board that plans are chalked on, by day; at night it is darker still. */
export const slate = 'oklch(29% 0.022 195)'

const cream = parseOklch('oklch(98% 0.014 85)')
const ink = parseOklch(grounds.day.ink)
const white = parseOklch('oklch(100% 0 0)')
const black = parseOklch('oklch(0% 0 0)')

/** Enough for text at once on ground and surface, with a little to spare for rounding. */
const textRatio = 4.6
const controlRatio = 3.1

export type BrandTokens = Readonly<Record<string, string>>

/** Custom properties by day and those that night replaces. */
export function brandTokens(brand: Brand): { day: BrandTokens; night: BrandTokens } {
  const colours = {
    deep: parseOklch(brand.deep),
    bright: parseOklch(brand.bright),
    light: parseOklch(brand.light),
  }
  return { day: written(dayTokens(colours)), night: written(nightTokens(colours)) }
}

type Colours = { deep: Oklch; bright: Oklch; light: Oklch }

function dayTokens({ deep, bright, light }: Colours): Record<string, Oklch> {
  const ground = parseOklch(grounds.day.ground)
  // Stands out from the page, so that the button is seen as one, and carries cream words.
  const paint = legibleOn(cream, deep, textRatio)
  return {
    'brand-deep': paint,
    'on-deep': wordsOn(paint),
    'brand-bright': bright,
    'on-bright': wordsOn(bright),
    'brand-light': light,
    'on-light': wordsOn(light),
    glow: legibleOn(parseOklch(slate), light, textRatio),
    accent: legibleOn(ground, paint, textRatio),
    flag: legibleOn(ground, bright, textRatio),
    button: paint,
    'on-button': wordsOn(paint),
  }
}

function nightTokens({ deep, bright, light }: Colours): Record<string, Oklch> {
  const surface = parseOklch(grounds.night.surface)
  // Paint after sunset: the same hue with less light in it; windows keep theirs.
  const paint = { ...deep, lightness: Math.min(deep.lightness, 0.32) }
  const cloth = { ...bright, lightness: Math.max(0.4, bright.lightness - 0.07), chroma: bright.chroma * 0.88 }
  const lamp = legibleOn(surface, light, controlRatio)
  return {
    'brand-deep': paint,
    'on-deep': wordsOn(paint),
    'brand-bright': cloth,
    'on-bright': wordsOn(cloth),
    accent: legibleOn(surface, { ...light, chroma: Math.min(light.chroma, 0.11) }, textRatio),
    flag: legibleOn(surface, bright, textRatio),
    button: lamp,
    'on-button': wordsOn(lamp),
  }
}

/** Cream or ink, whichever reads best; on middle tones plain white or black, one of which always reads. */
function wordsOn(paint: Oklch): Oklch {
  const best = mostLegible(paint, [cream, ink])
  return contrast(paint, best) >= 4.52 ? best : mostLegible(paint, [white, black])
}

function written(tokens: Record<string, Oklch>): BrandTokens {
  return Object.fromEntries(Object.entries(tokens).map(([name, colour]) => [name, formatOklch(colour)]))
}

/** The small style sheet of a programme: served beside the built one, after it. */
export function brandStylesheet(brand: Brand): string {
  const { day, night } = brandTokens(brand)
  return `:root{${declarations(day)}}@media screen and (prefers-color-scheme:dark){:root{${declarations(night)}}}`
}

function declarations(tokens: BrandTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

/** Pairs that meet on pages, with the ratio WCAG 2.2 asks for: 4.5 for text (1.4.3), 3 for controls (1.4.11). */
export function brandPairs(brand: Brand): { where: string; ratio: number; asked: number }[] {
  const { day, night } = brandTokens(brand)
  return [...pairsOf('day', day, grounds.day), ...pairsOf('night', { ...day, ...night }, grounds.night)]
}

type Grounds = { ground: string; surface: string; ink: string }

function pairsOf(time: string, tokens: BrandTokens, { ground, surface, ink }: Grounds) {
  const pair = (name: string, over: string, asked: number) => {
    const [front, back] = [name, over].map((colour) => parseOklch(tokens[colour] ?? colour))
    const ratio = front && back ? contrast(front, back) : 0
    return { where: `${time}: ${name} on ${over}`, ratio, asked }
  }
  return [
    pair(ink, ground, 4.5),
    pair(ink, surface, 4.5),
    ...['accent', 'flag'].flatMap((name) => [pair(name, ground, 4.5), pair(name, surface, 4.5)]),
    ...['deep', 'bright', 'light'].map((name) => pair(`on-${name}`, `brand-${name}`, 4.5)),
    pair('on-button', 'button', 4.5),
    pair('glow', slate, 4.5),
    pair('button', ground, 3),
    pair('button', surface, 3),
  ]
}
