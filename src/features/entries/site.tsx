import { transaction } from '../../core/db.ts'
import type { Server } from '../../core/http.ts'
import { countAttempt, type Limit } from '../../core/rate-limit.ts'
import type { Services } from '../../core/services.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { readShortCode } from './entry.ts'
import { PaperPage } from './site-paper.view.tsx'
import { NoShortAddressPage } from './site-short.view.tsx'
import { findTokenByCode } from './store.ts'
import { entryUrls } from './urls.ts'

// Ten signs are read wrongly now and then; a machine that looks for them must not get anywhere.
const guessLimit: Limit = { name: 'entry-short-address', max: 20, seconds: 600 }

/** The form to print, and the short addresses that advisers hand over. */
export function site(server: Server, { db, clock }: Services, programme: Programme): void {
  server.get(entryUrls.printed, (request, reply) =>
    reply.page(<PaperPage page={request.pageContext} programme={programme} />),
  )

  server.get<{ Params: { code: string } }>(entryUrls.short(':code'), async (request, reply) => {
    const page = request.pageContext
    if (!(await transaction(db, (tx) => countAttempt(tx, clock(), guessLimit, request.ip)))) {
      return reply.code(429).page(<NoShortAddressPage page={page} why="many" />)
    }
    const code = readShortCode(request.params.code)
    const token = code && (await findTokenByCode(db, clock(), code))
    if (!token) return reply.code(404).page(<NoShortAddressPage page={page} why="unknown" />)
    return reply.redirect(diagnosticUrls.run(token), 303)
  })
}
