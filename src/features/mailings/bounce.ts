/** What came back of a mail, by its enhanced status code (RFC 3463): never by a provider's own word for it. */

/** `hard`: no such mailbox. `soft`: for now, or theirs. `policy`: we are refused, the contact did nothing. */
export type Bounce = 'hard' | 'soft' | 'policy' | 'complaint'

const hardCodes = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.4.4', '5.2.1']

/** Words of those who refuse us, whatever their code says. */
const refusesUs =
  /\b(block ?list|black ?list|dnsbl|rbl|spamhaus|spamcop|barracudacentral|spf|dkim|dmarc|reputation|OFR[_ ]?506|unsolicited|spam|banned|poor reputation|not authenticated|reverse dns)\b/i

const noSuchMailbox =
  /\b(user unknown|unknown user|no such (user|mailbox|address|recipient)|mailbox (not found|unavailable)|(recipient|address|mailbox) (unknown|does not exist|rejected|not found)|does ?n[o'’]t (exist|have an? \S+ account)|does not exist|user not exist|no such domain|no mailbox here|unknown (local[- ]part|recipient|address|mailbox)|account (is )?(disabled|inactive|deactivated|closed|suspended)|invalid (recipient|address|mailbox)|host (unknown|not found)|domain (not found|does not exist)|not (listed|a valid (user|mailbox))|OFR[_ ]?\d*.*inconnu|adresse.*(invalide|inconnue))/i

const isFull = /\b(mailbox|quota|boite).{0,30}\b(full|exceeded|pleine)|over ?quota|\bquota\b/i

/**
 * @param status such as 5.1.1; null when none is given, and then the words decide, as hard only when they are plain.
 * @param words the relay's own.
 */
export function classOfBounce(status: string | null, words: string): Exclude<Bounce, 'complaint'> {
  if (status?.startsWith('5.7.')) return 'policy'
  if (status?.startsWith('4.') || isFull.test(words)) return 'soft'
  if (refusesUs.test(words)) return 'policy'
  if (status !== null && hardCodes.includes(status)) return 'hard'
  const isVague = status === null || (/^5\.(0|1|2\.0$|3\.0$|5)/.test(status) && !/^5\.1\.[78]$/.test(status))
  return isVague && noSuchMailbox.test(words) ? 'hard' : 'soft'
}

/** So many of the last mails to an address came back for now: it is left alone. A good delivery counts again. */
export const softRule = { bounced: 3, of: 5 } as const

export type Lately = { sent: number; hard: number; policy: number; complaints: number }

/** Why a mailing had better stop by itself, from what came of its last thousand mails; null: nothing is wrong. */
export function alarmOf({
  sent,
  hard,
  policy,
  complaints,
}: Lately): 'bounces' | 'complaints' | 'policy' | null {
  if (policy >= fewestForACluster) return 'policy'
  if (sent >= fewestForAShare && hard / sent > 0.05) return 'bounces'
  // One in a thousand: below a thousand mails the second complaint is too many.
  if (complaints >= 2 && complaints / Math.max(sent, 1000) > 0.001) return 'complaints'
  return null
}

/** Mails looked at. */
export const lastMails = 1000
/** Below this, one wrong address in ten would stop everything. */
const fewestForAShare = 100
const fewestForACluster = 3
