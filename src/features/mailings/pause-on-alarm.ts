import type { Tx } from '../../core/db.ts'
import { everywhere } from '../businesses/reach-store.ts'
import { alarmOf } from './bounce.ts'
import { findLately } from './recipient-store.ts'
import { changeState, lockMailing } from './store.ts'

/** Too much comes back: it stops by itself until somebody has looked. */
export async function pauseOnAlarm(tx: Tx, id: string): Promise<void> {
  const alarm = alarmOf(await findLately(tx, id))
  if (alarm === null) return
  const held = await lockMailing(tx, everywhere, id)
  if (held?.state === 'sending') await changeState(tx, id, { state: 'paused', pauseReason: alarm })
}
