/** Businesses for tests: invented shops with possible numbers. */
import type { Db } from '../core/db.ts'
import { luhnDigit } from '../features/businesses/siret.ts'

let lastNumber = 0

/** A possible SIRET that no other call gave in this file; those of real firms do not begin like this. */
export function aSiret(): string {
  lastNumber += 1
  const firm = `000${String(lastNumber).padStart(5, '0')}`
  const siren = firm + luhnDigit(firm)
  return `${siren}0001${luhnDigit(`${siren}0001`)}`
}

const shop = {
  name: 'AU PAIN DORÉ',
  sign: 'Au pain doré' as string | null,
  activityCode: '1071C' as string | null,
  sizeBand: '01' as string | null,
  street: '3 RUE DU PORT' as string | null,
  postalCode: '35400' as string | null,
  communeCode: '35288' as string | null,
  commune: 'Saint-Malo' as string | null,
  departmentCode: '35' as string | null,
  diffusion: 'O',
  source: 'Essai',
  importedAt: new Date('2026-11-16T08:00:00Z'),
}

/** A business of the register, a bakery in Saint-Malo unless told otherwise. */
export async function aBusiness(
  db: Db,
  given: Partial<typeof shop & { siret: string }> = {},
): Promise<{ id: string; siret: string }> {
  return db
    .insertInto('businesses')
    .values({ siret: aSiret(), ...shop, ...given })
    .returning(['id', 'siret'])
    .executeTakeFirstOrThrow()
}
