import fastifyMultipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { staffOf } from '../accounts/require-staff.ts'
import { findFile } from './file-store.ts'
import { chosenMapping, fileQuery, idParams, lookForm, sourceName } from './input.ts'
import { mayImportLists } from './list-run.ts'
import { proposeMapping, type Mapping } from './mapping.ts'
import { countWaiting } from './match-store.ts'
import { openTable } from './open-table.ts'
import { findMapping, listRuns, listSourceNames } from './run-store.ts'
import { matchDoors } from './staff-match.tsx'
import { LookPage } from './staff-look.view.tsx'
import { runDoors } from './staff-run.tsx'
import { ListsPage } from './staff.view.tsx'
import { keepUpload, startImport } from './start-import.ts'
import type { OpenedTable } from './table.ts'
import { texts } from './texts.ts'
import { fileUrl, listUrls, runUrl } from './urls.ts'
import { withFile } from './with-file.ts'

/** Bytes; longer lists come by the terminal. */
const largestFile = 20_000_000
const runsShown = 50

/** Lists of any sender, looked at, tried, imported, taken back. Mount it behind the guard. */
export function staff(server: Server, services: Services): void {
  server.get(listUrls.lists, (request, reply) => showLists({ request, reply }, services))
  server.get(listUrls.filePattern, (request, reply) => look({ request, reply }, services))
  server.post(listUrls.filePattern, (request, reply) => begin({ request, reply }, services))
  runDoors(server, services)
  matchDoors(server, services)
  // Files are read at this address only: elsewhere they are refused as any other body.
  void server.register(async (uploads) => {
    await uploads.register(fastifyMultipart, {
      throwFileSizeLimit: false,
      limits: { files: 1, fileSize: largestFile, fields: 5 },
    })
    uploads.post(listUrls.lists, (request, reply) => upload({ request, reply }, services))
  })
}

type Refused = { typed?: Typed; errors?: FieldErrors }

async function showLists(
  { request, reply }: Exchange,
  { db }: Services,
  { typed, errors = {} }: Refused = {},
) {
  if (!mayImportLists(staffOf(request))) return reply.callNotFound()
  const shown = {
    runs: await listRuns(db, runsShown),
    sources: await listSourceNames(db),
    waiting: await countWaiting(db),
  }
  const status = Object.keys(errors).length === 0 ? 200 : 422
  return reply
    .code(status)
    .page(<ListsPage page={request.pageContext} {...shown} typed={typed ?? {}} errors={errors} />)
}

type Sent = { name: string; content: Buffer; source: string }

/** What was sent; the id of a message where nothing useful was. */
async function sentFile(request: FastifyRequest): Promise<Sent | { trouble: FieldErrors; source: string }> {
  const file = request.isMultipart() ? await request.file() : undefined
  const content = await file?.toBuffer()
  const source = file ? fieldOf(file, 'source') : ''
  if (!file || !content || content.length === 0) return { trouble: { file: 'file.missing' }, source }
  if (file.file.truncated) return { trouble: { file: 'file.large' }, source }
  const named = sourceName.safeParse(source)
  if (!named.success)
    return { trouble: { source: named.error.issues[0]?.message ?? 'source.missing' }, source }
  return { name: file.filename.slice(0, 200) || 'liste', content, source: named.data }
}

function fieldOf({ fields }: MultipartFile, name: string): string {
  const field = fields[name]
  const one = Array.isArray(field) ? field[0] : field
  return one && one.type === 'field' && typeof one.value === 'string' ? one.value : ''
}

async function upload(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  if (!mayImportLists(staffOf(request))) return reply.callNotFound()
  const sent = await sentFile(request)
  if ('trouble' in sent) {
    const { trouble: errors, source } = sent
    return showLists(exchange, services, { typed: { source }, errors })
  }
  const fileId = await transaction(db, (tx) => keepUpload(tx, clock(), sent))
  const opened = await openKept(exchange, services, { fileId, sheet: null })
  if (opened.kind === 'opened') return reply.redirect(fileUrl(fileId, sent.source, opened.table.sheet), 303)
  const sentence = texts[request.pageContext.language].problems[opened.problem] ?? opened.problem
  return showLists(exchange, services, { typed: { source: sent.source }, errors: { file: sentence } })
}

type Kept = { fileId: string; sheet: number | null }

function openKept({ request }: Exchange, { db }: Services, { fileId, sheet }: Kept): Promise<OpenedTable> {
  const { numbered } = texts[request.pageContext.language]
  return withFile(db, fileId, (path) => openTable({ path, sheet, numbered }))
}

async function look(exchange: Exchange, services: Services) {
  const { source, feuille } = fileQuery.parse(exchange.request.query)
  return showLook(exchange, services, { source, sheet: feuille })
}

type Looked = { source: string; sheet: number | null; errors?: FieldErrors; chosen?: Typed }

async function showLook(
  exchange: Exchange,
  services: Services,
  { source, sheet, errors = {}, chosen }: Looked,
) {
  const { request, reply } = exchange
  const { db } = services
  if (!mayImportLists(staffOf(request))) return reply.callNotFound()
  const file = await fileOf(exchange, services)
  if (!file) return reply.callNotFound()
  const opened = await openKept(exchange, services, { fileId: file.id, sheet })
  if (opened.kind === 'refused') {
    const sentence = texts[request.pageContext.language].problems[opened.problem] ?? opened.problem
    return showLists(exchange, services, { typed: { source }, errors: { file: sentence } })
  }
  const { table } = opened
  const remembered: Mapping = chosen
    ? chosenMapping(chosen, table.columns)
    : ((await findMapping(db, source)) ?? {})
  const proposals = proposeMapping(table, remembered)
  const status = Object.keys(errors).length === 0 ? 200 : 422
  const view = { file, source, table, proposals, errors }
  return reply.code(status).page(<LookPage page={request.pageContext} {...view} />)
}

async function fileOf({ request }: Exchange, { db }: Services) {
  const { data } = idParams.safeParse(request.params)
  return data ? findFile(db, data.id) : null
}

/** Another sheet is looked at again; otherwise the list is tried as its columns were given a meaning. */
async function begin(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  const { db, clock } = services
  const actor = staffOf(request)
  const file = await fileOf(exchange, services)
  if (!mayImportLists(actor) || !file) return reply.callNotFound()
  const form = parseForm(lookForm, request.body)
  if (!form.ok) return showLists(exchange, services, { typed: form.typed, errors: form.errors })
  const { source, feuille: sheet, acte } = form.value
  if (acte === 'relire') return reply.redirect(fileUrl(file.id, source, sheet), 303)
  const opened = await openKept(exchange, services, { fileId: file.id, sheet })
  if (opened.kind === 'refused') return reply.redirect(fileUrl(file.id, source, sheet), 303)
  const { columns } = opened.table
  const mapping = chosenMapping(form.typed, columns)
  const run = { source, fileName: file.name, fileId: file.id, sheet, columns, mapping, isDry: true }
  const outcome = await transaction(db, (tx) => startImport(tx, clock(), actor, run))
  const again = (error: string) =>
    showLook(exchange, services, { source, sheet, errors: { form: error }, chosen: form.typed })
  switch (outcome.kind) {
    case 'asked':
      return reply.redirect(runUrl(outcome.runId), 303)
    case 'no-name':
      return again('name.missing')
    case 'at-work':
    case 'no-file':
      return again(outcome.kind)
    case 'forbidden':
      return reply.callNotFound()
    default:
      return unreachable(outcome)
  }
}
