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

/** The page on which a training can be seen again, where there is a replay. */
export const replayPattern = `${trainingUrls.trainingPattern}/replay`

/** @param reservation the token of a booking: who comes with it is recognised, and goes on where they left. */
export function replayUrl(slug: string, reservation: string | null = null): string {
  const address = `${trainingUrl(slug)}/replay`
  return reservation === null ? address : `${address}?reservation=${reservation}`
}

/** @param file as the programme names it (`replays/F01.mp4`), or the `https:` address that it gives. */
export function replayFileUrl(file: string): string {
  return file.startsWith('https:') ? file : `/${file}`
}
