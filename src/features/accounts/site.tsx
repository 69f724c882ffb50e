import type { FastifyRequest } from 'fastify'
import type { Auth } from '../../core/auth.ts'
import { parseForm, type FieldErrors } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import { unreachable } from '../../core/never.ts'
import type { Services } from '../../core/services.ts'
import type { Programme } from '../programmes/programme.ts'
import { codeForm, codeQuery, emailForm, returnQuery } from './input.ts'
import { isStaff } from './person.ts'
import { sendCode } from './send-code.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './recognise-visitor.ts'
import { CodePage, SignInPage, SignOutPage } from './site.view.tsx'
import { findStanding } from './store.ts'
import { accountUrls, codeUrl, signInUrl } from './urls.ts'

type House = { auth: Auth; programme: Programme }

/** Signing in by a code, and out. */
export function site(server: Server, services: Services, house: House): void {
  server.get(accountUrls.signIn, (request, reply) => {
    const { retour } = returnQuery.parse(request.query)
    if (request.actor) return reply.redirect(retour || homeOf(request), 303)
    return reply.page(<SignInPage page={request.pageContext} returnTo={retour} />)
  })

  server.post(accountUrls.signIn, (request, reply) => askForCode({ request, reply }, services, house))

  server.get(accountUrls.code, (request, reply) => {
    const { retour, email } = codeQuery.parse(request.query)
    if (email === null) return reply.redirect(signInUrl(retour), 303)
    return reply.page(<CodePage page={request.pageContext} email={email} returnTo={retour} />)
  })

  server.post(accountUrls.code, (request, reply) => enterCode({ request, reply }, services, house))

  signingOut(server, house)
}

function signingOut(server: Server, { auth }: House): void {
  server.get(accountUrls.signOut, (request, reply) => reply.page(<SignOutPage page={request.pageContext} />))

  server.post(accountUrls.signOut, async (request, reply) => {
    return reply.header('set-cookie', await signOut(auth, request)).redirect('/', 303)
  })
}

async function askForCode({ request, reply }: Exchange, { db, clock }: Services, house: House) {
  const form = parseForm(emailForm, request.body)
  const again = (status: number, errors: FieldErrors) => {
    const page = (
      <SignInPage
        page={request.pageContext}
        typed={form.typed}
        errors={errors}
        returnTo={form.typed['retour'] ?? ''}
      />
    )
    return reply.code(status).page(page)
  }
  if (!form.ok) return again(422, form.errors)
  const { email, retour } = form.value
  const { ip: address, language } = request
  const outcome = await sendCode(db, clock(), { ...house, request: { email, address, language } })
  switch (outcome.kind) {
    case 'sent':
      return reply.redirect(codeUrl(email, retour), 303)
    case 'too-many':
      return again(429, { email: 'email.too-many' })
    default:
      return unreachable(outcome)
  }
}

async function enterCode({ request, reply }: Exchange, { db, clock }: Services, { auth }: House) {
  const form = parseForm(codeForm, request.body)
  const { email: typedEmail = '', retour: returnTo = '' } = form.typed
  const page = { page: request.pageContext, returnTo }
  const again = (status: number, errors: FieldErrors) => {
    // In another language too, the page needs to know where the code went.
    const here = { ...request.pageContext, path: codeUrl(typedEmail, returnTo) }
    return reply.code(status).page(<CodePage page={here} {...{ email: typedEmail, errors, returnTo }} />)
  }
  if (!form.ok && form.errors['email'] !== undefined) {
    // The address is not a field of this page: it is put right on the one before.
    const errors = { email: form.errors['email'] }
    return reply.code(422).page(<SignInPage {...page} typed={form.typed} errors={errors} />)
  }
  if (!form.ok) return again(422, form.errors)
  const { email, code, retour } = form.value
  const { ip: address, language } = request
  const outcome = await signIn(db, clock(), { auth, request: { email, code, address, language } })
  switch (outcome.kind) {
    case 'signed-in': {
      const home = (await findStanding(db, outcome.personId)) ? accountUrls.staff : accountUrls.mySpace
      return reply.header('set-cookie', outcome.cookies).redirect(retour || home, 303)
    }
    case 'wrong-code':
      return again(422, { code: 'code.wrong' })
    case 'code-expired':
      return again(410, { code: 'code.expired' })
    case 'code-spent':
      return again(429, { code: 'code.too-many' })
    case 'too-many':
      return again(429, { code: 'code.wait' })
    default:
      return unreachable(outcome)
  }
}

function homeOf({ actor }: FastifyRequest): string {
  return isStaff(actor) ? accountUrls.staff : accountUrls.mySpace
}
