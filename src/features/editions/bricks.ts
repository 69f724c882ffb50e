import { MIN_BUSINESSES, ancestorsOf, depthOf, parentOf, type Place, DEEPEST } from './place.ts'

/**
 * A group of businesses that is counted as a whole: a deepest place, or `place/*`, the rest of a place that is
 * too thin to be told apart. Every figure ever published is a sum of bricks, and a brick holds ten businesses or
 * more, so whatever is subtracted from whatever, ten or more remain. See docs/decisions/0011.
 */
export type Brick = string

/** Businesses of a place against one earlier edition: counted there with the same result, not so, or gone since. */
export type Against = { same: number; fresh: number; gone: number }

/** The businesses that stand at one place of the tree, now and as the last edition counted them. */
export type Leaf = {
  place: Place
  /** Businesses with a finished diagnostic today. */
  businesses: number
  /** Today's businesses against each earlier edition, first to last. */
  live: readonly Against[]
  /** Those the last edition counted, against the same editions. */
  kept: readonly Against[]
}

/** `kept`: too little changed to be told; the brick keeps the figures it had. */
export type LaidBrick = { brick: Brick; state: 'fresh' | 'kept'; leaves: readonly Leaf[] }

export type Wall = {
  bricks: LaidBrick[]
  /** Has every brick of the last edition at least ten businesses that are new or answered again? */
  isAllFresh: boolean
}

const restOf = (place: Place): Brick => (place === '' ? '*' : `${place}/*`)

/** The place a brick stands at: its own, or the one it is the rest of. */
export function placeOfBrick(brick: Brick): Place {
  return brick.endsWith('*') ? parentOf(brick) : brick
}

/** The places a brick is counted in, from its own to all of them together. */
export function cellsOf(brick: Brick): Place[] {
  return ancestorsOf(placeOfBrick(brick))
}

type Part = { brick: Brick; leaves: readonly Leaf[] }
type Group = { place: Place; leaves: Leaf[]; businesses: number }

const total = (leaves: readonly Leaf[]) => leaves.reduce((sum, { businesses }) => sum + businesses, 0)

/**
 * Divides the businesses of a place as finely as ten allows. Thin places are hidden, together; where only one is,
 * or where they do not make ten, the next smallest hides with them (complementary suppression), else the wider
 * figure less the shown ones would tell theirs.
 */
function split(place: Place, leaves: readonly Leaf[]): Part[] {
  if (depthOf(place) === DEEPEST) return [{ brick: place, leaves }]
  const groups = groupsBelow(place, leaves)
  const shown = groups.filter(({ businesses }) => businesses >= MIN_BUSINESSES)
  const hidden = groups.filter(({ businesses }) => businesses < MIN_BUSINESSES)
  const unknown = leaves.filter((leaf) => leaf.place === place)
  const rest = () => [...unknown, ...hidden.flatMap((group) => group.leaves)]
  while (shown.length > 0 && tells(hidden, total(rest()))) hidden.push(...shown.splice(0, 1))
  const parts = shown.flatMap((group) => split(group.place, group.leaves))
  return rest().length > 0 ? [...parts, { brick: restOf(place), leaves: rest() }] : parts
}

function tells(hidden: readonly Group[], businesses: number): boolean {
  return hidden.length === 1 || (businesses > 0 && businesses < MIN_BUSINESSES)
}

/** One group for each place just below, smallest first. */
function groupsBelow(place: Place, leaves: readonly Leaf[]): Group[] {
  const below = depthOf(place) + 1
  const groups = Map.groupBy(
    leaves.filter((leaf) => leaf.place !== place),
    (leaf) => leaf.place.split('/').slice(0, below).join('/'),
  )
  return [...groups]
    .map(([at, leaves]) => ({ place: at, leaves, businesses: total(leaves) }))
    .sort((one, other) => one.businesses - other.businesses || (one.place < other.place ? -1 : 1))
}

/** The bricks of one edition, and the places that are divided into them. */
type Layout = { bricks: ReadonlySet<Brick>; divided: ReadonlySet<Place> }

function layoutOf(bricks: readonly Brick[]): Layout {
  return { bricks: new Set(bricks), divided: new Set(bricks.flatMap(cellsOf)) }
}

/** The brick a leaf belongs to in that edition; or, when it has none, the deepest place that is divided there. */
function brickAt({ bricks, divided }: Layout, place: Place): { brick: Brick } | { under: Place } {
  if (bricks.has(place)) return { brick: place }
  for (const at of ancestorsOf(place)) {
    if (bricks.has(restOf(at))) return { brick: restOf(at) }
    if (divided.has(at)) return { under: at }
  }
  return { under: '' }
}

/**
 * Lays the bricks of a new edition. The first is divided freely. Later ones never join what was told apart; a
 * brick is counted anew, or divided, only where the difference from each earlier edition touches ten businesses
 * or more, however bricks are added up; otherwise it keeps its figures. New places wait until they are ten.
 */
export function layBricks(leaves: readonly Leaf[], earlier: readonly (readonly Brick[])[]): Wall {
  const layouts = earlier.map(layoutOf)
  const last = layouts.at(-1)
  if (!last) {
    const isEnough = total(leaves) >= MIN_BUSINESSES
    return { bricks: isEnough ? split('', leaves).map(asFresh) : [], isAllFresh: true }
  }
  const claimed = new Map<Brick, Leaf[]>([...last.bricks].map((brick) => [brick, []]))
  const waiting = new Map<Place, Leaf[]>()
  for (const leaf of leaves) {
    const at = brickAt(last, leaf.place)
    if ('brick' in at) claimed.get(at.brick)?.push(leaf)
    else waiting.set(at.under, [...(waiting.get(at.under) ?? []), leaf])
  }
  const relaid = relay(claimed, layouts)
  const added = [...waiting].flatMap(([place, group]) =>
    total(group) >= MIN_BUSINESSES ? split(place, group).map(asFresh) : [],
  )
  const isAllFresh = [...relaid.values()].every((bricks) => bricks.every(({ state }) => state === 'fresh'))
  return { bricks: [...[...relaid.values()].flat(), ...added], isAllFresh }
}

const asFresh = (part: Part): LaidBrick => ({ ...part, state: 'fresh' })

/** For each earlier edition: the brick of it in which each of today's bricks lies, and what else lies there. */
type Ground = { under: Map<Brick, Brick>; on: Map<Brick, Brick[]> }

function groundOf(layout: Layout, claimed: ReadonlyMap<Brick, readonly Leaf[]>): Ground {
  const under = new Map<Brick, Brick>()
  for (const [brick, leaves] of claimed) {
    const at = brickAt(layout, leaves[0]?.place ?? placeOfBrick(brick))
    if ('brick' in at) under.set(brick, at.brick)
  }
  return { under, on: Map.groupBy(under.keys(), (brick) => under.get(brick) ?? brick) }
}

/** Takes the bricks of the last edition one by one: divided if that is safe, else counted anew, else kept. */
function relay(
  claimed: ReadonlyMap<Brick, readonly Leaf[]>,
  layouts: readonly Layout[],
): Map<Brick, LaidBrick[]> {
  const grounds = layouts.map((layout) => groundOf(layout, claimed))
  const wall = new Map<Brick, LaidBrick[]>()
  for (const [brick, leaves] of claimed) wall.set(brick, [{ brick, leaves, state: 'kept' }])
  for (const [brick, leaves] of claimed) {
    if (total(leaves) < MIN_BUSINESSES) continue
    const proposals = [split(placeOfBrick(brick), leaves), [{ brick, leaves }]]
    const safe = proposals
      .map((parts) => parts.map(asFresh))
      .find((parts) =>
        grounds.every((ground, edition) => isSafe(partsOn(ground, wall, { brick, parts }), edition)),
      )
    if (safe) wall.set(brick, safe)
  }
  return wall
}

/** All that lies on the ground of a brick, with these parts in its stead; none where nothing was told of it. */
function partsOn(
  { under, on }: Ground,
  wall: ReadonlyMap<Brick, readonly LaidBrick[]>,
  { brick, parts }: { brick: Brick; parts: readonly LaidBrick[] },
): LaidBrick[] {
  const ground = under.get(brick)
  if (ground === undefined) return []
  return (on.get(ground) ?? []).flatMap((other) => (other === brick ? parts : (wall.get(other) ?? [])))
}

/**
 * Is every sum of these bricks at least ten businesses away from what that edition told of the same ground? The
 * nearest sum leaves out, of each brick, either what is new in it or what is not: together these must be ten.
 */
function isSafe(parts: readonly LaidBrick[], edition: number): boolean {
  const all = parts.map((part) => against(part, edition))
  const [only] = all
  if (!only) return true
  if (all.length === 1) return only.fresh + only.gone >= MIN_BUSINESSES
  return all.reduce((sum, { same, fresh }) => sum + Math.min(same, fresh), 0) >= MIN_BUSINESSES
}

function against({ leaves, state }: LaidBrick, edition: number): Against {
  const sum = { same: 0, fresh: 0, gone: 0 }
  for (const leaf of leaves) {
    const { same, fresh, gone } = (state === 'fresh' ? leaf.live : leaf.kept)[edition] ?? sum
    sum.same += same
    sum.fresh += fresh
    sum.gone += gone
  }
  return sum
}
