/** Where the database announces what is new in a room: `<session id> <number>`, far below its 8,000 bytes. */
export const newsChannel = 'room_news'

/** Null for what is no announcement of ours. */
export function readAnnouncement(payload: string): { trainingSessionId: string; number: number } | null {
  const [, trainingSessionId, number] = /^([\da-f-]{36}) (\d+)$/.exec(payload) ?? []
  return trainingSessionId ? { trainingSessionId, number: Number(number) } : null
}
