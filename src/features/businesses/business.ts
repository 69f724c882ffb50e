/** A business of the register: an establishment, known by its SIRET and counted once. */

/** O: open. P: the owner asked Insee not to show it, so nothing of it is displayed and nobody writes to it. */
export type Diffusion = 'O' | 'P'

/** What people are shown of a business when they look for it. */
export type BusinessSummary = {
  id: string
  siret: string
  name: string
  sign: string | null
  activityCode: string | null
  street: string | null
  postalCode: string | null
  commune: string | null
  departmentCode: string | null
  sizeBand: string | null
}

/** A business as a file describes it. */
export type RegisterEntry = {
  siret: string
  name: string
  sign: string | null
  activityCode: string | null
  sizeBand: string | null
  street: string | null
  postalCode: string | null
  communeCode: string | null
  commune: string | null
  departmentCode: string | null
  latitude: number | null
  longitude: number | null
  diffusion: Diffusion
}

/** What a file can say of a business, apart from its number. */
export type EntryField = Exclude<keyof RegisterEntry, 'siret'>

/** Insee's own words for a name that is not to be shown. */
export const undisclosedName = '[ND]'

/** What customers read above the door, else the name of the firm. */
export function nameOnDoor({ name, sign }: Pick<BusinessSummary, 'name' | 'sign'>): string {
  return sign ?? name
}

/** `11 RUE FABERT, 57000 Metz`: what is known of it. */
export function addressLine({
  street,
  postalCode,
  commune,
}: Pick<BusinessSummary, 'street' | 'postalCode' | 'commune'>): string {
  const town = [postalCode, commune].filter((part) => part !== null).join(' ')
  return [street, town].filter((part) => part !== null && part !== '').join(', ')
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/** The words of a search as the register keeps them: small letters, no accents, nothing but letters and digits. */
export function searchTerms(words: string): string[] {
  const plain = words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œæß]/g, (letter) => ligatures[letter] ?? letter)
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])]
}
