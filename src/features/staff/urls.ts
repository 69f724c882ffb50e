/** Addresses of the counter. */
export const staffUrls = {
  home: '/equipe',
  indicators: '/equipe/indicateurs',
  businesses: '/equipe/commerces',
  businessPattern: '/equipe/commerces/:id',
  imports: '/equipe/imports',
  importPattern: '/equipe/imports/:id',
  members: '/equipe/membres',
  content: '/equipe/contenu',
} as const

export function businessUrl(id: string): string {
  return `${staffUrls.businesses}/${id}`
}

export function importUrl(id: string): string {
  return `${staffUrls.imports}/${id}`
}

/** The list of businesses from after this SIRET on. */
export function businessesAfter(siret: string, relayId: string | null = null): string {
  return `${staffUrls.businesses}?apres=${siret}${relayId === null ? '' : `&relais=${relayId}`}`
}
