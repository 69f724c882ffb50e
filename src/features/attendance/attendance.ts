/**
 * Who followed a training. Four facts, each kept by itself: went to the room by our page, had its page open for
 * so many minutes, was declared present by who ran the session, watched so much of the replay. None is made of
 * another: in a room elsewhere the minutes are not known, and a click is no presence.
 */

/** What is known of a person and a training, over all its sessions and its replay. */
export type Followed = {
  isDeclaredPresent: boolean
  /** In the room of one session: the longest. */
  minutes: number
  /** From 0 to 1, of the replay. */
  watchedShare: number
}

export type Way = 'declared' | 'present' | 'watched'

/** Minutes in the room, of a training of thirty, that count as having followed it. */
export const minutesOfPresence = 20
export const shareOfReplay = 0.8

/** By which fact the person has followed the training; null: by none. The word of who ran it comes first. */
export function wayOfFollowing({ isDeclaredPresent, minutes, watchedShare }: Followed): Way | null {
  if (isDeclaredPresent) return 'declared'
  if (minutes >= minutesOfPresence) return 'present'
  return watchedShare >= shareOfReplay ? 'watched' : null
}
