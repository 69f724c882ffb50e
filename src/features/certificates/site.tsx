import { transaction } from '../../core/db.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import { writeDiploma } from '../../ui/pdf-diploma.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { askDoors } from './ask.tsx'
import { codeIn, type Certificate } from './certificate.ts'
import { countLookup } from './count-lookup.ts'
import { codeParams, codeQuery } from './input.ts'
import { ownDoor } from './own.tsx'
import { certificatePaper } from './paper.view.tsx'
import { CertificatePage, LookUpPage, TooManyPage } from './site.view.tsx'
import { findCertificateByCode } from './store.ts'
import { texts } from './texts.ts'
import { certificateUrls } from './urls.ts'

/** Certificates: asking for one, one's own, and checking one by its code. */
export function site(server: Server, services: Services, programme: Programme): void {
  askDoors(server, services, programme)
  ownDoor(server, services, programme)
  server.get(certificateUrls.lookUp, (request, reply) => lookUp({ request, reply }))
  server.get(certificateUrls.certificatePattern, (request, reply) => show({ request, reply }, services))
  server.get(certificateUrls.paperPattern, (request, reply) =>
    sendPaper({ request, reply }, services, programme),
  )
}

function lookUp({ request, reply }: Exchange) {
  const { code: typed } = codeQuery.parse(request.query)
  if (typed === null) return reply.page(<LookUpPage page={request.pageContext} />)
  if (typed.trim() === '')
    return reply.code(422).page(<LookUpPage page={request.pageContext} error="code.missing" />)
  const code = codeIn(typed)
  return code === null
    ? unknown({ request, reply }, typed)
    : reply.redirect(certificateUrls.certificate(code), 303)
}

function unknown({ request, reply }: Exchange, typed: string) {
  const page = { ...request.pageContext, path: certificateUrls.lookUp }
  return reply.code(404).page(<LookUpPage page={page} typed={typed} error="code.unknown" />)
}

/** Hands on the certificate of the address; what cannot be a code costs the database nothing. */
async function withCertificate(
  exchange: Exchange,
  { db, clock }: Services,
  then: (certificate: Certificate) => unknown,
) {
  const { request, reply } = exchange
  const { code: written } = codeParams.parse(request.params)
  const code = codeIn(written)
  if (code === null) return unknown(exchange, written)
  if (code !== written) return reply.redirect(certificateUrls.certificate(code), 303)
  const outcome = await transaction(db, (tx) => countLookup(tx, clock(), request.ip))
  switch (outcome.kind) {
    case 'too-many':
      return reply.code(429).page(<TooManyPage page={request.pageContext} />)
    case 'allowed': {
      const certificate = await findCertificateByCode(db, code)
      return certificate ? then(certificate) : unknown(exchange, written)
    }
    default:
      return unreachable(outcome)
  }
}

function show(exchange: Exchange, services: Services) {
  const { request, reply } = exchange
  return withCertificate(exchange, services, (certificate) =>
    reply.page(<CertificatePage page={request.pageContext} certificate={certificate} />),
  )
}

function sendPaper(exchange: Exchange, services: Services, programme: Programme) {
  const { reply } = exchange
  return withCertificate(exchange, services, async (certificate) => {
    const paper = await writeDiploma(certificatePaper(certificate, services.config.publicUrl))
    const { language, trainingId } = certificate
    const slug = findTraining(programme, trainingId)?.slug ?? trainingId
    const file = texts[language].paper.file(slug)
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(paper)
  })
}
