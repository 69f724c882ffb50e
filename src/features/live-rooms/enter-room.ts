import type { Tx } from '../../core/db.ts'
import { joinRoom } from '../attendance/join-room.ts'
import { lockRoom, writeEvent } from './change-store.ts'
import { findSeatInRoom, type NoRoom } from './find-open-room.ts'

export type EnterOutcome = { kind: 'entered' } | NoRoom

/** The holder of a seat goes in: noted once, and the others learn that there is one more. */
export async function enterRoom(tx: Tx, now: Date, token: string): Promise<EnterOutcome> {
  const found = await findSeatInRoom(tx, now, token)
  if (found.kind !== 'open') return found
  const { id: bookingId, session } = found.booking
  const joined = await joinRoom(tx, now, { bookingId, session })
  if (joined.kind === 'joined') {
    await lockRoom(tx, session.id)
    await writeEvent(tx, now, { trainingSessionId: session.id, kind: 'people', subjectId: null })
  }
  return { kind: 'entered' }
}
