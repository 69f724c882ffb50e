import { z } from 'zod'
import type { Server } from '../../core/http.ts'
import { findMail, listMails } from '../../core/mail.ts'
import type { Services } from '../../core/services.ts'
import { DevMailDetailPage, DevMailPage } from './dev-mail.view.tsx'

const params = z.object({ id: z.uuid() })

/** The outbox as a page. Mounted only with DEV_MAIL=1, which the configuration refuses on a public address. */
export function devMail(server: Server, { db }: Services): void {
  server.get('/dev/mail', async (request, reply) => {
    const page = { ...request.pageContext, language: 'en' } as const
    return reply.page(<DevMailPage page={page} mails={await listMails(db, 200)} />)
  })

  server.get('/dev/mail/:id', async (request, reply) => {
    const mail = await mailOf(request.params)
    if (!mail) return reply.callNotFound()
    return reply.page(<DevMailDetailPage page={{ ...request.pageContext, language: 'en' }} mail={mail} />)
  })

  server.get('/dev/mail/:id/html', async (request, reply) => {
    const mail = await mailOf(request.params)
    if (!mail) return reply.callNotFound()
    // Mails style themselves inline, as mail clients want it: this page alone may do so.
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
    )
    return reply.type('text/html; charset=utf-8').send(mail.html)
  })

  server.get('/dev/mail/:id/calendar', async (request, reply) => {
    const mail = await mailOf(request.params)
    if (!mail?.calendar) return reply.callNotFound()
    return reply.type('text/plain; charset=utf-8').send(mail.calendar)
  })

  async function mailOf(given: unknown) {
    const parsed = params.safeParse(given)
    return parsed.success ? findMail(db, parsed.data.id) : null
  }
}
