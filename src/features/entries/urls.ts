/** Addresses of the counter where diagnostics are entered, and the short ones handed to owners. */
import { siteUrls } from '../../ui/urls.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'

const begin = '/equipe/saisie'
const run = (id: string) => `${begin}/${id}`

export const entryUrls = {
  begin,
  /** To begin for a business. */
  beginFor: (businessId: string) => `${begin}?commerce=${businessId}`,
  paper: `${begin}/papier`,
  /** To type the paper of a business. */
  paperOf: (siret: string) => `${begin}/papier?siret=${siret}`,
  run,
  result: (id: string) => `${run(id)}/resultat`,
  link: (id: string) => `${run(id)}/lien`,
  shortAddress: (id: string) => `${run(id)}/adresse`,
  short: (code: string) => `/d/${code}`,
  printed: diagnosticUrls.paper,
  /** The page of a business at the counter. */
  story: (businessId: string) => `${siteUrls.staffBusinesses}/${businessId}`,
} as const
