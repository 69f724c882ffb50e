/**
 * The limit of every page: bare `node:http`, in a process of its own, that answers each request with the same bytes.
 * `node bench/bare-server.ts PORT [FILE [TOKEN]]`; the file holds an answer as JSON, with the body in base64. With
 * the token of a diagnostic, it first reads its answers from DATABASE_URL, in one named statement.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Pool } from 'pg'

type Kept = { headers: Record<string, string>; body: string }

const [port, file, token] = process.argv.slice(2)
const { headers, body }: Kept = file
  ? (JSON.parse(readFileSync(file, 'utf8')) as Kept)
  : { headers: { 'content-type': 'text/plain' }, body: Buffer.from('ok').toString('base64') }
const bytes = Buffer.from(body, 'base64')

const pool = token ? new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 }) : null
const text = `select question_id, option_id, source from answer_events
  join diagnostics on diagnostics.id = diagnostic_id where token = $1 order by answer_events.id`

const read = async () => pool?.query({ name: 'answers', text, values: [token] })

createServer((_, reply) => {
  void read().then(() => reply.writeHead(200, headers).end(bytes))
}).listen(Number(port), '127.0.0.1')
