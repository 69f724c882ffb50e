import { Readable } from 'node:stream'
import { transaction, type Reader } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import type { Language } from '../../core/language.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { cancelImport } from './ask-for-import.ts'
import { idParams, rowsQuery } from './input.ts'
import { isMoving, mayImportLists, type ListRun } from './list-run.ts'
import { reportHead, reportLine } from './report-file.ts'
import { countNotes, findRun, listReport } from './run-store.ts'
import { RunPage } from './staff-run.view.tsx'
import { importTried, startUndo } from './start-import.ts'
import { listUrls, runUrl } from './urls.ts'

const rowsShown = 50
const rowsAtOnce = 500
/** Seconds between two looks at an import that goes on; a page without JavaScript renews itself by this header. */
const renewal = '3'

/** One import: how far it is, what it brought, what can be done about it. */
export function runDoors(server: Server, services: Services): void {
  server.get(listUrls.runPattern, (request, reply) => showRun({ request, reply }, services))
  server.get(listUrls.reportPattern, (request, reply) => sendReport({ request, reply }, services))
  server.post(listUrls.importPattern, (request, reply) => importNow({ request, reply }, services))
  server.post(listUrls.cancelPattern, (request, reply) => cancel({ request, reply }, services))
  server.post(listUrls.undoPattern, (request, reply) => undo({ request, reply }, services))
}

async function runOf({ request }: Exchange, { db }: Services): Promise<ListRun | null> {
  const { data } = idParams.safeParse(request.params)
  return mayImportLists(staffOf(request)) && data ? findRun(db, data.id) : null
}

async function showRun(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db } = services
  const run = await runOf(exchange, services)
  if (!run) return reply.callNotFound()
  if (isMoving(run)) reply.header('refresh', renewal)
  const { apres: after, resultat: outcome } = rowsQuery.parse(request.query)
  const found = await listReport(db, { runId: run.id, outcome, after, limit: rowsShown + 1 })
  const rows = found.slice(0, rowsShown)
  const shown = { run, outcome, rows, hasMore: found.length > rowsShown, notes: await countNotes(db, run.id) }
  return reply.page(<RunPage page={request.pageContext} {...shown} />)
}

async function sendReport(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const run = await runOf(exchange, services)
  if (!run) return reply.callNotFound()
  const { language } = request.pageContext
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="rapport-${run.id.slice(0, 8)}.csv"`)
    .send(Readable.from(reportText(services.db, run, language)))
}

async function* reportText(db: Reader, run: ListRun, language: Language): AsyncGenerator<string> {
  yield reportHead(run, language)
  for (let after = 0; ;) {
    const rows = await listReport(db, { runId: run.id, after, limit: rowsAtOnce })
    yield rows.map((row) => reportLine(row, language)).join('')
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    after = last.line
  }
}

async function importNow(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const run = await runOf(exchange, services)
  if (!run) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => importTried(tx, clock(), staffOf(request), run.id))
  switch (outcome.kind) {
    case 'asked':
      return reply.redirect(runUrl(outcome.runId), 303)
    case 'at-work':
    case 'no-file':
    case 'no-name':
      return reply.redirect(listUrls.lists, 303)
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}

async function cancel(exchange: Exchange, services: Services) {
  const run = await runOf(exchange, services)
  if (!run) return exchange.reply.callNotFound()
  // Over meanwhile: the page says so.
  await transaction(services.db, (tx) => cancelImport(tx, services.clock(), run.id))
  return exchange.reply.redirect(runUrl(run.id), 303)
}

async function undo(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const run = await runOf(exchange, services)
  if (!run) return reply.callNotFound()
  const outcome = await transaction(db, (tx) => startUndo(tx, clock(), staffOf(request), run.id))
  switch (outcome.kind) {
    case 'undoing':
    case 'not-now':
      return reply.redirect(runUrl(run.id), 303)
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
