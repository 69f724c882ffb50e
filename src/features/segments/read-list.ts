import type { Reader } from '../../core/db.ts'
import type { Reach } from '../businesses/reach-store.ts'
import { cursorOf, orderOf, understand, type Asked, type Order, type Understood } from './asked.ts'
import type { Listed } from './listed.ts'
import { countSegment, listLooser, listNearest, listPage } from './list-store.ts'
import type { RuleField } from './rule.ts'

export type ReadList = {
  order: Order
  understood: Understood
  rows: readonly Listed[]
  hasMore: boolean
  total: number | null
  looser: readonly RuleField[]
}

/** One page of the list that an address asks for; nothing while it is not clear what is asked. */
export async function readList(db: Reader, reach: Reach, asked: Asked, limit: number): Promise<ReadList> {
  const understood = understand(asked)
  const order = orderOf(asked)
  const read = { order, understood, rows: [], hasMore: false, total: null, looser: [] }
  if (understood.unclear.length > 0) return read
  const { rule } = understood
  const after = cursorOf(asked)
  const found =
    order === 'best'
      ? await listNearest(db, reach, rule, limit + 1)
      : await listPage(db, reach, rule, { order, after, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const total = asked.compte === null || order === 'best' ? null : await countSegment(db, reach, rule)
  const looser = rows.length === 0 && after === null ? await listLooser(db, reach, rule) : []
  return { ...read, rows, hasMore: found.length > limit, total, looser }
}
