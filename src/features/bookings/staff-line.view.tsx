/** Under the roster: who waits, and the number of seats. */
import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Table } from '../../ui/table.tsx'
import type { Actor } from '../accounts/person.ts'
import {
  isOpen,
  maySchedule,
  maySeeContacts,
  type TrainingSession,
} from '../training-sessions/training-session.ts'
import { waitingUrls } from './urls.ts'
import type { WaitingLine } from './waiting.ts'
import { waitingTexts } from './waiting-texts.ts'

/** A number of seats that was refused; the error is a sentence. */
export type RefusedCapacity = { typed: Typed; errors: FieldErrors }

type LineProps = {
  page: PageContext
  actor: Actor
  session: TrainingSession
  waiting: readonly WaitingLine[]
}

/** Offers first, then who waits in order; nothing while nobody does. */
export function WaitingTable({ page: { language }, actor, session, waiting }: LineProps) {
  const words = waitingTexts[language].roster
  if (waiting.length === 0) return null
  const withContacts = maySeeContacts(actor)
  const columns = words.columns
    .filter((_, index) => withContacts || index !== 2)
    .map((heading) => ({ heading }))
  const moment = (instant: Date) => formatDateTime(instant, { zone: session.zone, language })
  const offers = waiting.filter(({ expiresAt }) => expiresAt !== null).length
  const rows = waiting.map(({ name, email, businessName, joinedAt, expiresAt, rank }) => [
    expiresAt ? words.offered(moment(expiresAt)) : words.rank(rank),
    name || words.unnamed,
    ...(withContacts ? [email] : []),
    businessName,
    moment(joinedAt),
  ])
  return (
    <>
      <Table caption={words.caption} columns={columns} rows={rows} />
      {offers > 0 && <p class="soft">{words.taken}</p>}
    </>
  )
}

type CapacityProps = Omit<LineProps, 'waiting'> & { now: Date; refusal: RefusedCapacity | null }

/** For operators, while the session lies ahead. */
export function CapacityForm({ page: { language }, actor, session, now, refusal }: CapacityProps) {
  if (!maySchedule(actor) || !isOpen(session, now)) return null
  const words = waitingTexts[language].roster
  const typed = { capacity: String(session.capacity), ...refusal?.typed }
  const field = fieldsOf({ language, words: words.errors, typed, errors: refusal?.errors })
  return (
    <form method="post" action={waitingUrls.capacity(session.id)} noValidate>
      <h2>{words.title}</h2>
      <TextField
        {...field('capacity')}
        label={words.label}
        hint={words.hint}
        inputMode="numeric"
        width="short"
        maxLength={4}
      />
      <Button kind="plain">{words.submit}</Button>
    </form>
  )
}
