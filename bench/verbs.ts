/** Verbs as the web process calls them: the same pool, the same queue, the same programme. */
import { beforeLeaving } from '../bin/lib/leaving.ts'
import { systemClock } from '../src/core/clock.ts'
import { connect, transaction, type Db } from '../src/core/db.ts'
import { createLog } from '../src/core/log.ts'
import { attachQueue, startQueue } from '../src/core/queue.ts'
import { loadProgramme } from '../src/features/programmes/load-programme.ts'
import type { Programme } from '../src/features/programmes/programme.ts'
import { keepRelease } from '../src/features/programmes/store.ts'
import { programmeFolder } from './town.ts'

export type Stage = { db: Db; programme: Programme; close: () => Promise<void> }

export const clients = 16

/** Connects as production does, with one connection for each client. */
export async function openStage(databaseUrl: string): Promise<Stage> {
  const db = connect({ url: databaseUrl, pool: clients })
  const queue = await startQueue({
    databaseUrl,
    log: createLog({ logLevel: 'warn', logFormat: 'json' }),
    role: 'sender',
  })
  attachQueue(db, queue)
  const close = async () => {
    forget()
    await queue.stop()
    await db.destroy()
  }
  const forget = beforeLeaving(close)
  const programme = await loadProgramme(programmeFolder)
  await transaction(db, (tx) => keepRelease(tx, systemClock(), programme))
  return { db, programme, close }
}
