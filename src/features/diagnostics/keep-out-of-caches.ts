import type { Server } from '../../core/http.ts'
import { diagnosticUrls } from './urls.ts'

const privatePart = diagnosticUrls.run(':token')

/** No browser and no cache keeps a page under a private link: on a shared device "back" must show nothing. */
export function keepOutOfCaches(server: Server): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.startsWith(privatePart)) reply.header('cache-control', 'private, no-store')
  })
}
