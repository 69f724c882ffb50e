import type { Reader } from '../../core/db.ts'
import { maySeeBusinesses, type Actor } from '../accounts/person.ts'
import { isWithin } from '../businesses/reach-store.ts'
import type { BusinessContact } from './list-entry.ts'
import type { ListingOfBusiness } from './listing.ts'

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
    .where(isWithin(viewer))
    .orderBy('kind')
    .orderBy('collectedAt')
    .orderBy('value')
  return (await found.execute()) as BusinessContact[]
}

/** What each list says of a business, the newest first, for those who follow businesses. */
export async function listListingsOf(
  db: Reader,
  viewer: Actor,
  businessId: string,
): Promise<ListingOfBusiness[]> {
  if (!maySeeBusinesses(viewer)) return []
  const found = db
    .selectFrom('listings')
    .innerJoin('businesses', 'businesses.id', 'listings.businessId')
    .select(['listings.id', 'listings.source', 'said', 'saidAt'])
    .where('businessId', '=', businessId)
    .where('businesses.diffusion', '=', 'O')
    .where(isWithin(viewer))
    .orderBy('saidAt', 'desc')
    .orderBy('listings.id')
    .limit(20)
  return (await found.execute()) as unknown as ListingOfBusiness[]
}
