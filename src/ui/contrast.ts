/** Colours as they reach the eye: OKLCH (CSS Color 4 §10) to sRGB, and the contrast ratio of WCAG 2.2. */

/** `lightness` 0–1, `chroma` 0–0.4, `hue` in degrees. */
export type Oklch = { lightness: number; chroma: number; hue: number }

/** @param colour `oklch(36% 0.07 160)`, as brands and tokens write it. @throws on anything else. */
export function parseOklch(colour: string): Oklch {
  const parts = /^oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)\s*\)$/.exec(colour.trim())
  if (parts === null) throw new Error(`${colour} is not a colour such as oklch(36% 0.07 160)`)
  return { lightness: Number(parts[1]) / 100, chroma: Number(parts[2]), hue: Number(parts[3]) }
}

export function formatOklch({ lightness, chroma, hue }: Oklch): string {
  return `oklch(${Number((lightness * 100).toFixed(1))}% ${Number(chroma.toFixed(3))} ${Number(hue.toFixed(1))})`
}

/** From 1 (the same) to 21 (black on white), by https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(one: Oklch, other: Oklch): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself when it stands out enough from `ground`, else the nearest lighter or darker one that does. */
export function legibleOn(ground: Oklch, colour: Oklch, ratio: number): Oklch {
  const towards = luminance(ground) > 0.18 ? -0.005 : 0.005
  let found = colour
  while (
    contrast(ground, found) < ratio &&
    found.lightness + towards >= 0 &&
    found.lightness + towards <= 1
  ) {
    found = { ...found, lightness: found.lightness + towards }
  }
  return found
}

/** Whichever of the candidates stands out most. */
export function mostLegible(ground: Oklch, candidates: readonly [Oklch, ...Oklch[]]): Oklch {
  return candidates.reduce((best, next) => (contrast(ground, next) > contrast(ground, best) ? next : best))
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/); what sRGB lacks is cut off, as screens do. */
function linearRgb({ lightness, chroma, hue }: Oklch): readonly [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    inGamut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    inGamut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    inGamut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function inGamut(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}

/** For mail clients, which know no OKLCH: `#rrggbb`, gamma-encoded as sRGB (IEC 61966-2-1). */
export function formatHex(colour: Oklch): string {
  const channels = linearRgb(colour).map((linear) =>
    linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055,
  )
  return `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
