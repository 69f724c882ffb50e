/** The shapes of shop front that the street can draw. */
export const shopShapes = [
  'bakery',
  'cafe',
  'florist',
  'hair',
  'grocery',
  'clothes',
  'workshop',
  'office',
] as const

export type ShopShape = (typeof shopShapes)[number]

/** Longest beginning first: `47.76` (flowers) is asked before `47` (retail). Sections of NAF rév. 2. */
const shapesByNaf: readonly (readonly [string, ShopShape])[] = [
  ['10.71', 'bakery'],
  ['47.24', 'bakery'],
  ['47.76', 'florist'],
  ['01', 'florist'],
  ['81.3', 'florist'],
  ['96.02', 'hair'],
  ['96.04', 'hair'],
  ['55', 'cafe'],
  ['56', 'cafe'],
  ['47.1', 'grocery'],
  ['47.2', 'grocery'],
  ['47.8', 'grocery'],
  ['10', 'grocery'],
  ['11', 'grocery'],
  ['46.3', 'grocery'],
  ['47', 'clothes'],
  ['13', 'clothes'],
  ['14', 'clothes'],
  ['15', 'clothes'],
  ['95', 'workshop'],
  ['45', 'workshop'],
]

/** The front that suits a trade. @param naf a code of NAF rév. 2 such as `10.71C`, with or without its point. */
export function shapeOfTrade(naf: string | null): ShopShape {
  const code = (naf ?? '').replace('.', '')
  const found = shapesByNaf.find(([beginning]) => code.startsWith(beginning.replace('.', '')))
  if (found !== undefined) return found[1]
  const division = Number(code.slice(0, 2))
  return division > 0 && division < 44 ? 'workshop' : 'office'
}
