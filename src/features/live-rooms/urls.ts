/** What a room's page and its forms send to: under the page's own address, for seats and for staff. */
export const roomPaths = {
  /** The stream of news. */
  stream: '/direct',
  presence: '/presence',
  questions: '/questions',
  votes: '/voix',
  choices: '/choix',
  polls: '/sondages',
  pollStates: '/sondages/etat',
  slides: '/supports',
} as const

export const roomAnchors = { questions: 'questions', polls: 'sondages', top: 'contenu' } as const

export function streamUrl(room: string, number: number): string {
  return `${room}${roomPaths.stream}?depuis=${number}`
}
