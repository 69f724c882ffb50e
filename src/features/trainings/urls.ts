/** Addresses of the catalogue. */
export const trainingUrls = {
  catalogue: '/formations',
  trainingPattern: '/formations/:slug',
} as const

/** @param diagnostic the token of the diagnostic whose plan proposes the training: the link to it is kept. */
export function trainingUrl(slug: string, diagnostic: string | null = null): string {
  const address = `${trainingUrls.catalogue}/${slug}`
  return diagnostic === null ? address : `${address}?diagnostic=${diagnostic}`
}
