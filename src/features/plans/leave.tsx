import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Auth } from '../../core/auth.ts'
import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { siteUrls } from '../../ui/urls.ts'
import { signOut } from '../accounts/recognise-visitor.ts'
import { findHolder } from '../diagnostics/store.ts'
import { NoDiagnosticPage } from '../diagnostics/site-trouble.view.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import { LeavePage } from './site-leave.view.tsx'
import { planUrls } from './urls.ts'

type Params = { token: string }

/** Leaving a device that others use: signed out, our cookies and copies gone, the private link shown once. */
export function leaveDoor(server: Server, { db, config }: Services, auth: Auth): void {
  server.post<{ Params: Params }>(planUrls.leave(':token'), async (request, reply) => {
    const { token } = request.params
    // Nothing of the page may lead back by itself: neither its language switch nor its foot.
    const page = { ...request.pageContext, person: null, path: siteUrls.home }
    if (!(await findHolder(db, token))) return reply.code(404).page(<NoDiagnosticPage page={page} />)
    await forget(request, reply, { auth, secure: config.publicUrl.startsWith('https:') })
    return reply
      .header('clear-site-data', '"cache", "cookies", "storage"')
      .page(<LeavePage page={page} token={token} />)
  })
  server.get<{ Params: Params }>(planUrls.leave(':token'), (_request, reply) =>
    reply.redirect(siteUrls.home, 303),
  )
}

type Means = { auth: Auth; secure: boolean }

/** Every cookie by name too: browsers heed the header above on https only. */
async function forget(request: FastifyRequest, reply: FastifyReply, { auth, secure }: Means) {
  reply.header('set-cookie', await signOut(auth, request))
  for (const name of Object.keys(request.cookies)) {
    for (const path of ['/', diagnosticUrls.start]) reply.clearCookie(name, { path, secure })
  }
}
