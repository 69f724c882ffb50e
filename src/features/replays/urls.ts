import { replayPattern, replayUrl } from '../trainings/urls.ts'

/** Where the parts of a replay are, under the address of its page (trainings/urls.ts). */
export const replayUrls = {
  transcriptPattern: `${replayPattern}/transcription.txt`,
  watchedPattern: `${replayPattern}/vu`,
  transcript: (slug: string, language: string) => `${replayUrl(slug)}/transcription.txt?langue=${language}`,
  watched: (slug: string) => `${replayUrl(slug)}/vu`,
  /** Of the player, so that a link to a moment does not begin at the top of the page. */
  playerAnchor: 'lecteur',
} as const

type Moment = { slug: string; at: number; reservation: string | null }

/** The page, at a moment of its replay: works without a script. */
export function momentUrl({ slug, at, reservation }: Moment): string {
  const page = replayUrl(slug, reservation)
  return `${page}${page.includes('?') ? '&' : '?'}t=${Math.floor(at)}#${replayUrls.playerAnchor}`
}
