import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../core/clock.ts'
import { isDatabaseAway, isDatabaseBusy, transaction, type Db } from '../../core/db.ts'
import type { SeatOutcome, SeatRequest } from './allot-seats.ts'
import { bookSeats } from './book-seat.ts'

export type BookSeat = (request: SeatRequest) => Promise<SeatOutcome>

type Waiting = {
  request: SeatRequest
  resolve: (outcome: SeatOutcome) => void
  reject: (error: unknown) => void
}

const mostTogether = 100

/**
 * For the rush: the first request for a session is served in the same moment; those that come meanwhile wait outside
 * the database and are served together in the next transaction. Each answer is given after its commit. Made by a
 * door, one a process; other processes meet at the lock of the session.
 */
export function gatherRequests(db: Db, clock: Clock): BookSeat {
  const lines = new Map<string, Waiting[]>()
  const serve = async (trainingSessionId: string, line: Waiting[]) => {
    while (line.length > 0) {
      // Those who have come by now, or come back at once, are served with the first: half as many transactions.
      await setImmediate()
      await serveTogether({ db, clock }, line.splice(0, mostTogether))
    }
    lines.delete(trainingSessionId)
  }
  const open = (trainingSessionId: string, line: Waiting[]) => {
    lines.set(trainingSessionId, line)
    void serve(trainingSessionId, line)
  }
  return (request) =>
    new Promise((resolve, reject) => {
      const waiting = { request, resolve, reject }
      const line = lines.get(request.trainingSessionId)
      if (line) line.push(waiting)
      else open(request.trainingSessionId, [waiting])
    })
}

type Desk = { db: Db; clock: Clock }

async function serveTogether(desk: Desk, group: readonly Waiting[]): Promise<void> {
  try {
    const requests = group.map(({ request }) => request)
    const outcomes = await transaction(desk.db, (tx) => bookSeats(tx, desk.clock(), requests))
    for (const [index, outcome] of outcomes.entries()) group[index]?.resolve(outcome)
  } catch (error) {
    // One bad request must not spoil the others: each gets a transaction of its own, unless nobody can have any.
    const isForAll = isDatabaseAway(error) || isDatabaseBusy(error)
    if (group.length > 1 && !isForAll) for (const one of group) await serveTogether(desk, [one])
    else for (const { reject } of group) reject(error)
  }
}
