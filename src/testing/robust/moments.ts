/** Programs in processes of their own live by the real clock: their sessions must be after the real now. */
const day = 86_400_000

export const nextWeek = (now: Date): Date => new Date(now.getTime() + 7 * day)
