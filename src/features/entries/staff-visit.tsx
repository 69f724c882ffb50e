import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FieldErrors } from '../../core/form.ts'
import type { Language } from '../../core/language.ts'
import type { Services } from '../../core/services.ts'
import type { Actor } from '../accounts/person.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { Releases } from '../diagnostics/store.ts'
import type { Programme } from '../programmes/programme.ts'
import { mayEnterAnswers } from './entry.ts'
import { idParams } from './input.ts'
import { NotForYouPage } from './staff-begin.view.tsx'
import { texts } from './texts.ts'

export type Ground = { services: Services; programme: Programme; releases: Releases }
/** A request by somebody who may answer for owners. */
export type Visit = { request: FastifyRequest; reply: FastifyReply; actor: Actor }

/** Lets in who may answer for owners; the rest of the team read why not. */
export function forAdvisers(show: (visit: Visit) => Promise<FastifyReply>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = staffOf(request)
    if (!mayEnterAnswers(actor)) return refuse({ request, reply })
    return show({ request, reply, actor })
  }
}

/** The same for the doors of one diagnostic, whose id is in the address. */
export function forAdvisersOf(show: (visit: Visit, id: string) => Promise<FastifyReply>) {
  return forAdvisers(async (visit) => {
    const { data } = idParams.safeParse(visit.request.params)
    return data ? show(visit, data.id) : notFound(visit.reply)
  })
}

export function refuse({ request, reply }: Omit<Visit, 'actor'>): FastifyReply {
  return reply.code(403).page(<NotForYouPage page={request.pageContext} />)
}

export function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}

/** Field to its message, in place of its id. */
export function wordErrors(errors: FieldErrors, language: Language): Record<string, string> {
  const words = texts[language].errors
  return Object.fromEntries(Object.entries(errors).map(([field, id]) => [field, words[id] ?? id]))
}
