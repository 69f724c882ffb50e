import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** The port the web process will get (a free one when asked for 0), or null when another program holds it. */
export function claimPort(host: string, port: number): Promise<number | null> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo
      server.close(() => resolve(address.port))
    })
  })
}
