import type { Brand } from './brand.ts'
import { formatHex, parseOklch } from './contrast.ts'

/** The mark of the site in a browser's tab: a shop under its awning, in the colours of the programme. */
export function signPicture(brand: Brand): string {
  const [deep, bright, light] = [brand.deep, brand.bright, brand.light].map((colour) =>
    formatHex(parseOklch(colour)),
  )
  const stripes = [0, 2].map((index) => `<path fill="${bright}" d="${flap(index)}"/>`).join('')
  const cream = [1, 3].map((index) => `<path fill="#fdf6e8" d="${flap(index)}"/>`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="6" width="26" height="24" rx="2" fill="${deep}"/>` +
    `<rect x="7" y="18" width="9" height="8" fill="${light}"/><rect x="19" y="17" width="6" height="13" fill="${light}"/>${stripes}${cream}</svg>`
  )
}

/** One of the four flaps of the awning, rounded at its end. */
function flap(index: number): string {
  const left = index * 8
  return `M${left} 2h8v9a4 4 0 0 1-8 0z`
}
