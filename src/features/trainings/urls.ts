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

/** What follows a training: pages for who is signed in, or holds a booking's token. */
export const learningUrls = {
  quizPattern: '/formations/:slug/quiz',
  attemptPattern: '/formations/:slug/quiz/:attempt',
  certificatePattern: '/formations/:slug/certificat',
  feedbackPattern: '/formations/:slug/avis',
  /** Everything that one person has learnt. */
  own: '/mes-certificats',
  quiz: (slug: string, booking: string | null = null) => learning(slug, 'quiz', booking),
  attempt: (slug: string, attempt: string, booking: string | null = null) =>
    learning(slug, `quiz/${attempt}`, booking),
  certificate: (slug: string, booking: string | null = null) => learning(slug, 'certificat', booking),
  feedback: (slug: string, booking: string | null = null) => learning(slug, 'avis', booking),
} as const

/** @param booking the token of a booking: it tells who comes without a sign-in. */
function learning(slug: string, page: string, booking: string | null): string {
  const address = `${trainingUrls.catalogue}/${slug}/${page}`
  return booking === null ? address : `${address}?reservation=${booking}`
}
