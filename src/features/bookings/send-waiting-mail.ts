import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { renderMail } from '../../ui/mail.tsx'
import { shortMoment, trainingTitle, type Speaker } from './tell-booking.ts'
import { waitingWords, type WaitingMail } from './tell-waiting.ts'
import { standingOf, type Standing } from './waiting.ts'
import { findEntry } from './waiting-store.ts'

type Request = { entryId: string; kind: WaitingMail; again?: string | undefined }

/** Which standings a mail speaks of: one that comes too late to be true is not written. */
const trueWhile: Readonly<Record<WaitingMail, readonly Standing[]>> = {
  joined: ['waiting'],
  offered: ['offered'],
  lapsed: ['lapsed'],
  moved: ['waiting', 'offered'],
  'called-off': ['called-off'],
}

/** Writes to somebody in the line, once for each thing that happened, however often the job runs. */
export async function sendWaitingMail(
  tx: Tx,
  now: Date,
  { entryId, kind, again }: Request,
  speaker: Speaker,
): Promise<void> {
  const entry = await findEntry(tx, entryId)
  if (!entry || !trueWhile[kind].includes(standingOf(entry, now))) return
  const { subject, ...words } = waitingWords(speaker, entry, kind)
  const mail = renderMail({ language: entry.language, programme: speaker.programme, ...words })
  await queueMail(tx, now, {
    ...mail,
    kind: `bookings.waiting-${kind}`,
    onceKey: ['bookings.waiting', kind, entryId, again].filter((part) => part !== undefined).join(':'),
    to: entry.email,
    subject: subject(
      trainingTitle(speaker.programme, entry, entry.language),
      shortMoment(entry, entry.language),
    ),
  })
}
