import { transaction } from '../../core/db.ts'
import { parseForm, type FieldErrors, type Typed } from '../../core/form.ts'
import type { Exchange, Server } from '../../core/http.ts'
import type { Services } from '../../core/services.ts'
import { mayMail } from '../accounts/person.ts'
import { staffOf } from '../accounts/require-staff.ts'
import type { KnownAddress } from './address.ts'
import { findAddress } from './address-store.ts'
import { addressForm } from './input.ts'
import { setAside } from './set-aside.ts'
import { AddressPage } from './staff-address.view.tsx'
import { mailingUrls } from './urls.ts'

/** Why an address gets mailings or not. It is posted, never part of an address that histories and logs keep. */
export function addressDoors(server: Server, services: Services): void {
  server.get(mailingUrls.addresses, (request, reply) => show({ request, reply }, {}))
  server.post(mailingUrls.addresses, (request, reply) => lookUp({ request, reply }, services))
}

type Shown = { typed?: Typed; errors?: FieldErrors; known?: KnownAddress | null }

function show({ request, reply }: Exchange, { typed = {}, errors = {}, known }: Shown) {
  if (!mayMail(staffOf(request))) return reply.callNotFound()
  const page = { ...request.pageContext, path: mailingUrls.addresses }
  return reply.page(<AddressPage {...{ page, typed, errors, known }} />)
}

async function lookUp({ request, reply }: Exchange, { db, clock }: Services) {
  const actor = staffOf(request)
  if (!mayMail(actor)) return reply.callNotFound()
  const form = parseForm(addressForm, request.body)
  if (!form.ok) return show({ request, reply: reply.code(422) }, form)
  const { email, act } = form.value
  if (act !== 'see')
    await transaction(db, (tx) => setAside(tx, clock(), actor, { email, isAside: act === 'aside' }))
  return show({ request, reply }, { typed: form.typed, known: await findAddress(db, actor, email) })
}
