import { newId } from '../../core/clock.ts'
import { transaction, type Reader } from '../../core/db.ts'
import { parseForm, type Typed } from '../../core/form.ts'
import type { Server } from '../../core/http.ts'
import type { Language } from '../../core/language.ts'
import { unreachable } from '../../core/never.ts'
import type { Actor } from '../accounts/person.ts'
import type { BusinessSummary } from '../businesses/business.ts'
import { parseSiret } from '../businesses/siret.ts'
import { findBusinessBySiret, findBusinessWithin } from '../businesses/store.ts'
import { visibleQuestions, type GivenAnswers } from '../diagnostics/diagnostic.ts'
import type { Programme } from '../programmes/programme.ts'
import { paperForm, paperQuery } from './input.ts'
import { paperField, readMark, readPaper, type PaperQuestion, type ReadPaper } from './paper.ts'
import { PaperStartPage, TypingPage } from './staff-paper.view.tsx'
import { forAdvisers, refuse, wordErrors, type Ground, type Visit } from './staff-visit.tsx'
import { findReleaseByMark } from './store.ts'
import { texts } from './texts.ts'
import { typePaper } from './type-paper.ts'
import { entryUrls } from './urls.ts'

/** Typing in a paper form: which one it is, then its answers. */
export function paperDoors(server: Server, ground: Ground): void {
  server.get(
    entryUrls.paper,
    forAdvisers((visit) => open(visit, ground)),
  )
  server.post(
    entryUrls.paper,
    forAdvisers((visit) => type(visit, ground)),
  )
}

async function open(visit: Visit, ground: Ground) {
  const { request, reply } = visit
  const { siret, version } = paperQuery.parse(request.query)
  const ask = (errors: Record<string, string>) => {
    const typed = { siret, version: version ?? '' }
    const worded = wordErrors(errors, request.language)
    reply.code(Object.keys(errors).length === 0 ? 200 : 422)
    return reply.page(<PaperStartPage page={request.pageContext} typed={typed} errors={worded} />)
  }
  if (version === undefined) return ask({})
  const business = await findOwner(ground.services.db, visit.actor, siret)
  const release = await findPrinted(ground, version)
  const errors = {
    ...('error' in business && { siret: business.error }),
    ...('error' in release && { version: release.error }),
  }
  if ('error' in business || 'error' in release) return ask(errors)
  return showTyping(visit, ground, { ...business, ...release, formKey: newId(), typed: {}, errors: {} })
}

type Paper = {
  programme: Programme
  business: BusinessSummary | null
  formKey: string
  typed: Typed
  errors: Record<string, string>
}

function showTyping({ request, reply }: Visit, ground: Ground, paper: Paper) {
  const isOlder = paper.programme.hash !== ground.programme.hash
  reply.code(Object.keys(paper.errors).length === 0 ? 200 : 422)
  return reply.page(<TypingPage page={request.pageContext} isOlder={isOlder} {...paper} />)
}

type Owner = { business: BusinessSummary | null } | { error: string }

async function findOwner(db: Reader, actor: Actor, typed: string): Promise<Owner> {
  const number = parseSiret(typed)
  if (!number.ok) return number.reason === 'siret.missing' ? { business: null } : { error: number.reason }
  const business = await findBusinessBySiret(db, number.siret, actor)
  return business ? { business } : { error: 'siret.unknown' }
}

/** The release on whose sheets this mark was printed: the one in use, or one that this database keeps. */
async function findPrinted(
  { services: { db }, programme, releases }: Ground,
  typed: string,
): Promise<{ programme: Programme } | { error: string }> {
  if (typed === '') return { error: 'version.missing' }
  const mark = readMark(typed)
  if (mark === null) return { error: 'version.shape' }
  const id = await findReleaseByMark(db, { programme: programme.slug, mark })
  return id === null ? { error: 'version.unknown' } : { programme: await releases.read(db, id) }
}

async function type(visit: Visit, ground: Ground) {
  const { request, reply, actor } = visit
  const { services, releases } = ground
  const form = parseForm(paperForm, request.body)
  if (!form.ok) return reply.redirect(entryUrls.paper, 303)
  const { key, commerce, version, incomplete } = form.value
  const release = await findPrinted(ground, version)
  if ('error' in release) return reply.redirect(entryUrls.paper, 303)
  const { programme } = release
  const business = commerce === '' ? null : await findBusinessWithin(services.db, actor, commerce)
  const read = readPaper(programme, form.typed)
  const errors = errorsOf(programme, read, { language: request.language, isStopped: incomplete === 'yes' })
  const again = () =>
    showTyping(visit, ground, { programme, business, formKey: key, typed: form.typed, errors })
  if (Object.keys(errors).length > 0) return again()
  const wanted = { key, programme, businessId: commerce || null, language: request.language }
  const paper = { ...wanted, releases, answers: read.answers }
  const outcome = await transaction(services.db, (tx) => typePaper(tx, services.clock(), actor, paper))
  switch (outcome.kind) {
    case 'started':
    case 'started-already':
      return reply.redirect(entryUrls.result(outcome.diagnosticId), 303)
    case 'unknown-business':
      return reply.redirect(entryUrls.paper, 303)
    case 'forbidden':
      return refuse(visit)
    default:
      return unreachable(outcome)
  }
}

type Typist = { language: Language; isStopped: boolean }

/** In the order of the page. Too few answers are asked about: the Enter key submits a form before its end. */
function errorsOf(programme: Programme, { answers, wrong }: ReadPaper, { language, isStopped }: Typist) {
  const words = texts[language]
  const errors: Record<string, string> = Object.fromEntries(
    wrong.map((asked) => [
      paperField(asked.question.id),
      words.wrongSign(asked.number, signsOf(asked, language)),
    ]),
  )
  const given: GivenAnswers = Object.fromEntries(
    Object.entries(answers).map(([id, option]) => [id, { option, source: 'answered' }]),
  )
  const answered = Object.keys(answers).length
  const asked = visibleQuestions(programme, given).length
  if (!isStopped && answered + wrong.length < asked / 2) errors['incomplete'] = words.few(answered, asked)
  return errors
}

function signsOf({ options }: PaperQuestion, language: Language): string {
  const signs = options.map(({ sign }) => sign)
  return [signs.slice(0, -1).join(', '), signs.at(-1)].join(texts[language].orSign)
}
