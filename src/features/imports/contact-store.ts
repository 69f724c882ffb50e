import type { Reader } from '../../core/db.ts'
import { maySeeBusinesses, type Actor } from '../accounts/person.ts'
import type { BusinessContact } from './list-entry.ts'

/** How to reach a business, for those who follow businesses; nothing for anybody else. */
export async function listContacts(
  db: Reader,
  viewer: Actor,
  businessId: string,
): Promise<BusinessContact[]> {
  if (!maySeeBusinesses(viewer)) return []
  const found = db
    .selectFrom('businessContacts')
    .innerJoin('businesses', 'businesses.id', 'businessContacts.businessId')
    .select(['kind', 'value', 'businessContacts.source', 'collectedAt', 'opposedAt'])
    .where('businessId', '=', businessId)
    .where('businesses.diffusion', '=', 'O')
    .orderBy('kind')
    .orderBy('collectedAt')
    .orderBy('value')
  return (await found.execute()) as BusinessContact[]
}
