import type { Reader } from '../../core/db.ts'
import { parseSiret } from '../businesses/siret.ts'
import { findBusinessBySiret } from '../businesses/store.ts'

/** `reason`: the id of a message. */
export type ChosenBusiness = { ok: true; id: string | null } | { ok: false; reason: string }

/** The business already known wins; else the one whose number was typed, if any. */
export async function chooseBusiness(
  db: Reader,
  known: string | null,
  written: string,
): Promise<ChosenBusiness> {
  if (known !== null || written.trim() === '') return { ok: true, id: known }
  const number = parseSiret(written)
  if (!number.ok) return { ok: false, reason: number.reason }
  const business = await findBusinessBySiret(db, number.siret)
  return business ? { ok: true, id: business.id } : { ok: false, reason: 'siret.unknown' }
}
