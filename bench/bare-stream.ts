/**
 * The limit of a live room: bare `node:http` that keeps streams open and writes to all of them whatever is posted to
 * it. `node bench/bare-stream.ts PORT`
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

const listeners = new Set<ServerResponse>()

createServer((request, reply) => {
  if (request.method === 'POST') return tellAll(request, reply)
  reply.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  reply.write(':\n\n')
  if (request.url === '/stream') keep(reply)
  else reply.end()
}).listen(Number(process.argv[2]), '127.0.0.1')

function keep(listener: ServerResponse): void {
  listeners.add(listener)
  listener.once('close', () => listeners.delete(listener))
}

function tellAll(request: IncomingMessage, reply: ServerResponse): void {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const message = Buffer.concat(parts)
    for (const listener of listeners) listener.write(message)
    reply.writeHead(204).end()
  })
}
