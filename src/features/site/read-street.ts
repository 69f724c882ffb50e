import type { Reader } from '../../core/db.ts'
import { shapeOfTrade, shopShapes } from '../../ui/shop-shape.ts'
import type { StreetWindow, WindowState } from '../../ui/street.tsx'
import { mixStreet, type Step } from '../indicators/indicator.ts'
import type { StreetFigures } from './street.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { listMovedShops, listWaitingShops, readCounts } from '../indicators/store.ts'

const stateOf: Readonly<Record<Step, WindowState>> = { register: 'dark', diagnosed: 'lit', booked: 'open' }

/** Before the first import: a street of every trade, all dark. */
const emptyStreet: readonly StreetWindow[] = shopShapes.map((shape) => ({ shape, state: 'dark' }))

/** The home page's picture: recent shops without their names, and the counters it draws. */
export async function readStreet(db: Reader, now: Date, limit: number): Promise<StreetFigures> {
  const counts = await readCounts(db, everywhere)
  const shops = mixStreet(await listMovedShops(db, limit), await listWaitingShops(db, limit), limit)
  const windows = shops.map(({ activityCode, step }) => ({
    shape: shapeOfTrade(activityCode),
    state: stateOf[step],
  }))
  return { counts, windows: windows.length > 0 ? windows : emptyStreet, asOf: now }
}
