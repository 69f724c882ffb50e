/** For supervisors and load balancers: alive, and ready to serve. */
import { sql } from 'kysely'
import { ask, type Db } from './db.ts'
import type { Server } from './http.ts'

/** `/healthz`: the process answers. `/readyz`: so does its database; 503 otherwise. */
export function healthDoors(server: Server, db: Db): void {
  const everybody = { config: { isSameForAll: true } }
  server.get('/healthz', everybody, async () => ({ status: 'ok' }))
  server.get('/readyz', everybody, async (request, reply) => {
    try {
      await ask(db, sql`select 1`)
      return { status: 'ok' }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'database away' })
    }
  })
}
