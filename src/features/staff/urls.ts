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

export function importUrl(id: string): string {
  return `${staffUrls.imports}/${id}`
}
