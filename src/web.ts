/** The web process. Several may run on one database. */
import { join } from 'node:path'
import { createApp } from './app.ts'
import { start } from './start.ts'

await start('sender', async ({ services, programme, onStop }) => {
  const { config, log } = services
  const assetsFolder = join(process.cwd(), 'dist/client')
  const app = await createApp({ services, programme, assetsFolder })
  onStop(() => app.close())
  const address = await app.listen({ host: config.host, port: config.port })
  log.info({ address }, 'web is open')
})
