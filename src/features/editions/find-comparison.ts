import type { Reader } from '../../core/db.ts'
import { findBusiness } from '../businesses/store.ts'
import type { Result } from '../diagnostics/result.ts'
import type { Programme } from '../programmes/programme.ts'
import { familyOf } from './family.ts'
import type { Comparison } from './peers.ts'
import { placeOf, standingOf } from './place.ts'
import { findPeers } from './store.ts'

/** `editionId`: the one that the plan names. */
export type Compared = { result: Result; businessId: string | null; editionId: string | null }

/** The shops to show beside a result: those that were asked the same questions. */
export async function findComparison(
  reader: Reader,
  programme: Programme,
  { result, businessId, editionId }: Compared,
): Promise<Comparison> {
  const business = businessId === null ? null : await findBusiness(reader, businessId)
  const place = placeOf(standingOf(result.answers, business?.departmentCode ?? null))
  const peers = await findPeers(reader, { family: familyOf(programme), place, editionId })
  return { place, peers }
}
