/** How fast mails of mailings may leave: by sender, by destination, by day, and by the hour of who receives them. */

export const destinations = ['gmail', 'microsoft', 'orange', 'free', 'sfr', 'other'] as const
export type Destination = (typeof destinations)[number]

/** Domains of mailboxes by who runs them. */
export const domainsOf: Readonly<Record<Exclude<Destination, 'other'>, readonly string[]>> = {
  gmail: ['gmail.com', 'googlemail.com'],
  microsoft: ['hotmail.com', 'hotmail.fr', 'outlook.com', 'outlook.fr', 'live.com', 'live.fr', 'msn.com'],
  orange: ['orange.fr', 'wanadoo.fr'],
  free: ['free.fr', 'libertysurf.fr', 'online.fr'],
  sfr: ['sfr.fr', 'neuf.fr', 'cegetel.net', 'numericable.fr', '9online.fr', 'club-internet.fr'],
}

export type Pace = {
  /** Mails a minute, for the sender and for each destination; a tenth of it may leave at once. */
  sender: number
  destination: Readonly<Record<Destination, number>>
  /** Mails on the first days of a new sender, one after the other; none: no warm-up. */
  warmUp: readonly number[]
  /** Nobody gets a mailing before and after these hours of their own clock. */
  hours: { from: number; to: number } | null
}

/**
 * Estimates of ours: providers publish no figures. A relay that is known for years takes more (`MAILING_PER_MINUTE`,
 * `MAILING_WARM_UP=0`).
 */
export const usualPace: Pace = {
  sender: 1200,
  destination: { gmail: 400, microsoft: 300, orange: 120, free: 60, sfr: 60, other: 600 },
  warmUp: [500, 1000, 2000, 5000, 10_000],
  hours: { from: 8, to: 20 },
}

/** For an outbox that nobody delivers. */
export const unhurriedByNobody: Pace = {
  sender: Number.MAX_SAFE_INTEGER,
  destination: {
    gmail: Number.MAX_SAFE_INTEGER,
    microsoft: Number.MAX_SAFE_INTEGER,
    orange: Number.MAX_SAFE_INTEGER,
    free: Number.MAX_SAFE_INTEGER,
    sfr: Number.MAX_SAFE_INTEGER,
    other: Number.MAX_SAFE_INTEGER,
  },
  warmUp: [],
  hours: null,
}

export type Bucket = { tokens: number; filledAt: Date }

/** At least one mail, else a slow bucket would never give any. */
export function depthOf(perMinute: number): number {
  return Math.max(1, perMinute / 10)
}

/** What a bucket holds now. A clock that was set back fills nothing and takes nothing away. */
export function refilled({ tokens, filledAt }: Bucket, now: Date, perMinute: number): number {
  const minutes = Math.max(0, now.getTime() - filledAt.getTime()) / 60_000
  return Math.min(depthOf(perMinute), tokens + minutes * perMinute)
}

/** Mails left today. @param dayNumber days with mailings before this one, of this sender ever */
export function leftToday({ warmUp }: Pace, dayNumber: number, sentToday: number): number {
  const most = warmUp[dayNumber]
  return most === undefined ? Number.MAX_SAFE_INTEGER : Math.max(0, most - sentToday)
}

/** The zones among these where it is too early or too late to write. */
export function quietZones({ hours }: Pace, now: Date, zones: readonly string[]): string[] {
  if (hours === null) return []
  return zones.filter((zone) => {
    const hour = hourIn(zone, now)
    return hour < hours.from || hour >= hours.to
  })
}

function hourIn(zone: string, now: Date): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })
  return Number(format.format(now))
}

/** Milliseconds until a mail that was put off is tried again: 5 minutes, then twice as long, 4 hours at most. */
export function putOffBy(attempts: number): number {
  return Math.min(240, 5 * 2 ** Math.max(0, attempts - 1)) * 60_000
}

/** Milliseconds: a relay that still says "later" after this long has refused. */
export const mostPatience = 48 * 3_600_000
