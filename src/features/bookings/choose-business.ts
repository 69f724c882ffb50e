import type { Reader } from '../../core/db.ts'
import type { Reach } from '../businesses/reach-store.ts'
import { parseSiret } from '../businesses/siret.ts'
import { findBusinessBySiret } from '../businesses/store.ts'

/** `reason`: the id of a message. */
export type ChosenBusiness = { ok: true; id: string | null } | { ok: false; reason: string }

/** The business already known wins; else the one whose number was typed, if any. Out of reach is unknown. */
export async function chooseBusiness(
  db: Reader,
  reach: Reach,
  known: string | null,
  written: string,
): Promise<ChosenBusiness> {
  if (known !== null || written.trim() === '') return { ok: true, id: known }
  const number = parseSiret(written)
  if (!number.ok) return { ok: false, reason: number.reason }
  const business = await findBusinessBySiret(db, number.siret, reach)
  return business ? { ok: true, id: business.id } : { ok: false, reason: 'siret.unknown' }
}
