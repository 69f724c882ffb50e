import type { JSX } from 'preact'
import { z } from 'zod'
import type { Exchange } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import type { PageContext } from '../../ui/page-context.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import { findLesson, type Lesson } from './learner.ts'

const lessonParams = z.object({ slug: z.string() })

type Desk = { services: Services; programme: Programme }
/** For somebody who is not known. */
type StrangerView = (props: { page: PageContext; training: Training }) => JSX.Element

/**
 * What every page after a training begins with: hands on who comes to which training, or answers that it is not known.
 * Kept nowhere: whoever goes back in a browser gets new questions, not a form that was judged already.
 */
export function lessonDoor(strangerPage: StrangerView) {
  return async (
    { request, reply }: Exchange,
    { services, programme }: Desk,
    token: string | null,
    then: (lesson: Lesson) => Promise<unknown>,
  ): Promise<unknown> => {
    reply.header('cache-control', 'private, no-store')
    const params = lessonParams.safeParse(request.params)
    if (!params.success) return reply.callNotFound()
    const asked = { slug: params.data.slug, token, actor: request.actor }
    const found = await findLesson(services.db, programme, asked)
    switch (found.kind) {
      case 'no-training':
        return reply.callNotFound()
      case 'stranger':
        return reply.code(403).page(strangerPage({ page: request.pageContext, training: found.training }))
      case 'found':
        return then(found)
      default:
        return unreachable(found)
    }
  }
}
