import type { Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { previewProgramme } from '../content/preview-programme.ts'
import { PreviewPage } from '../content/preview.view.tsx'
import type { Programme } from '../programmes/programme.ts'
import { opened } from './staff-visit.tsx'
import { staffUrls } from './urls.ts'

/** What the folder of the programme would change, before anybody starts a site with it. */
export function contentDoor(server: Server, { db, clock, config }: Services, published: Programme): void {
  const show = opened('content', async ({ request, reply }) => {
    const today = clock().toISOString().slice(0, 10)
    const preview = await previewProgramme(db, { folder: config.programme, published, today })
    return reply.page(<PreviewPage page={request.pageContext} published={published} preview={preview} />)
  })
  server.get(staffUrls.content, show)
}
