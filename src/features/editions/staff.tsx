import { transaction } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { askForEdition } from './ask-for-edition.ts'
import { familyOf } from './family.ts'
import { EditionsPage } from './staff.view.tsx'
import { listEditions } from './store.ts'
import { editionUrls } from './urls.ts'
import { findLatestWork } from './work-store.ts'

/** The editions, and the button that has one made. Mount it behind the guard. */
export function staff(server: Server, { db, clock }: Services, programme: Programme): void {
  const family = familyOf(programme)

  const show = async ({ request, reply }: Exchange, isForbidden = false) => {
    const { actor, pageContext: page } = request
    if (!actor) throw new Error('a staff page was mounted without its guard')
    const editions = await listEditions(db, family)
    const work = await findLatestWork(db, family)
    return reply.page(<EditionsPage {...{ page, actor, editions, work, isForbidden }} now={clock()} />)
  }

  server.get(editionUrls.staff, (request, reply) => show({ request, reply }))

  server.post(editionUrls.staff, async (request, reply) => {
    const { actor } = request
    if (!actor) throw new Error('a staff page was mounted without its guard')
    const outcome = await transaction(db, (tx) => askForEdition(tx, clock(), actor, programme))
    switch (outcome.kind) {
      case 'asked':
      case 'at-work':
        return reply.redirect(editionUrls.staff, 303)
      case 'forbidden':
        reply.code(403)
        return show({ request, reply }, true)
      default:
        return unreachable(outcome)
    }
  })
}
