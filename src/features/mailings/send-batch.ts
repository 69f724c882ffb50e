import type { BulkMailer, Delivery } from '../../core/bulk-mail.ts'
import type { Clock } from '../../core/clock.ts'
import { transaction, type Db, type Tx } from '../../core/db.ts'
import { renderMail } from '../../ui/mail.tsx'
import { claimBatch } from './claim-batch.ts'
import type { Mailing, Sender } from './mailing.ts'
import { fillIn, fillInHtml } from './merge.ts'
import { noteDelivery } from './note-delivery.ts'
import type { Pace } from './pace.ts'
import { pauseOnAlarm } from './pause-on-alarm.ts'
import { hasWork, type Claimed } from './recipient-store.ts'
import { changeState, findSender, lockMailing } from './store.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { fillingFor, fillSubject, senderName, tellMailing, type Speaker } from './tell-mailing.ts'

export type Round = { mailing: Mailing; mailer: BulkMailer; pace: Pace; speaker: Speaker }
/** `isAway`: the relay could not be reached, so that the next batch had better wait. */
export type Batch = { claimed: number; isAway: boolean }

/**
 * Sends the next mails of a mailing: claim, commit, send, mark. At most once each: a claim that nobody marks is given
 * up later, and never sent again.
 */
export async function sendBatch(db: Db, clock: Clock, round: Round): Promise<Batch> {
  const { mailing, mailer } = round
  const claimed = await transaction(db, (tx) => claimBatch(tx, clock(), round))
  if (claimed.length === 0) {
    await transaction(db, (tx) => endMailing(tx, clock(), mailing.id))
    return { claimed: 0, isAway: false }
  }
  const write = await writerOf(db, round)
  const deliveries = await Promise.all(
    claimed.map(async (recipient): Promise<Delivery['kind']> => {
      const delivery = await mailer.deliver(write(recipient), clock())
      await transaction(db, (tx) => noteDelivery(tx, clock(), recipient, delivery))
      return delivery.kind
    }),
  )
  await transaction(db, (tx) => pauseOnAlarm(tx, mailing.id))
  return { claimed: claimed.length, isAway: deliveries.includes('away') }
}

/** The mail is made once a language; for each recipient only its places are filled. */
async function writerOf(db: Db, { mailing, speaker }: Round) {
  const sender = await findSender(db, mailing.relayId)
  const moulds = new Map<string, ReturnType<typeof renderMail>>()
  return (recipient: Claimed) => {
    const { language } = recipient
    const mould = moulds.get(language) ?? renderMail(tellMailing(speaker, { ...mailing, sender }, language))
    moulds.set(language, mould)
    return fillMould({ mailing, sender, speaker, mould }, recipient)
  }
}

type Made = {
  mailing: Pick<Mailing, 'texts'>
  sender: Sender
  speaker: Speaker
  mould: ReturnType<typeof renderMail>
}

function fillMould({ mailing, sender, speaker, mould }: Made, recipient: Claimed) {
  const { language } = recipient
  const filling = fillingFor(speaker, { sender, language }, recipient)
  return {
    id: recipient.id,
    kind: 'mailings.mailing',
    to: recipient.email,
    subject: fillSubject(mailing, language, filling),
    html: fillInHtml(mould.html, filling),
    plain: fillIn(mould.plain, filling),
    senderName: senderName(speaker.programme, sender),
    leaveUrl: filling.desabonnement,
  }
}

/** Nothing waits and nothing is in hand: it is done. */
async function endMailing(tx: Tx, now: Date, id: string): Promise<void> {
  if (await hasWork(tx, id)) return
  const held = await lockMailing(tx, everywhere, id)
  if (held?.state === 'sending') await changeState(tx, id, { state: 'done', endedAt: now })
}
