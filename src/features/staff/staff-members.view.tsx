import { programmeZone } from '../programmes/programme.ts'
import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { EmailField, RadioGroup, SelectField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDate } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { staffRoles, type StaffRole } from '../accounts/person.ts'
import { texts as accountTexts } from '../accounts/texts.ts'
import type { Member } from './story.ts'
import { texts } from './texts.ts'
import { staffUrls } from './urls.ts'

/** What was typed, why it was refused, and the role of who is a member already. */
export type InviteRefusal = { typed: Typed; errors: FieldErrors; already: StaffRole | null }

type MembersProps = {
  page: PageContext
  members: readonly Member[]
  /** Every relay by its id. */
  relays: ReadonlyMap<string, string>
  invited: Member | null
  refusal: InviteRefusal | null
}

export function MembersPage({ page, members, relays, invited, refusal }: MembersProps) {
  const { language } = page
  const words = texts[language].members
  return (
    <StaffPage page={page} title={words.title} context={<How page={page} />}>
      <FormErrors language={language} words={accountTexts[language].errors} errors={refusal?.errors} />
      <h1>{words.title}</h1>
      {invited && (
        <Notice language={language} kind="done">
          <p>{words.invited(invited.name || invited.email)}</p>
        </Notice>
      )}
      {refusal?.already && (
        <Notice language={language} kind="warning">
          <p>{words.already(texts[language].roles[refusal.already])}</p>
        </Notice>
      )}
      <MemberTable page={page} members={members} relays={relays} />
      <InviteForm page={page} relays={relays} refusal={refusal} />
    </StaffPage>
  )
}

function How({ page }: { page: PageContext }) {
  const words = texts[page.language].members
  return (
    <>
      <h2>{words.how}</h2>
      <p>{words.howText}</p>
    </>
  )
}

type TableProps = Pick<MembersProps, 'page' | 'members' | 'relays'>

function MemberTable({ page: { language }, members, relays }: TableProps) {
  const words = texts[language].members
  const day = (date: Date) => formatDate(date, programmeZone, language)
  const rows = members.map(({ name, email, role, relayId, invitedAt, joinedAt }) => [
    name || email,
    email,
    relayId === null
      ? texts[language].roles[role]
      : words.ofRelay(texts[language].roles[role], relays.get(relayId) ?? ''),
    day(invitedAt),
    joinedAt ? day(joinedAt) : words.notYet,
  ])
  return <Table caption={words.caption} columns={words.columns.map((heading) => ({ heading }))} rows={rows} />
}

function InviteForm({ page, relays, refusal }: Pick<MembersProps, 'page' | 'relays' | 'refusal'>) {
  const { language } = page
  const words = texts[language].members
  const field = fieldsOf({ language, words: accountTexts[language].errors, ...refusal })
  const offered = staffRoles.filter((role) => role !== 'relay-manager' || relays.size > 0)
  const choices = offered.map((role) => ({
    value: role,
    label: texts[language].roles[role],
    hint: words.roleHints[role],
  }))
  return (
    <form method="post" action={staffUrls.members} noValidate>
      <h2>{words.invite}</h2>
      <TextField {...field('name')} label={words.name} autocomplete="off" maxLength={120} />
      <EmailField {...field('email')} label={words.email} />
      <RadioGroup {...field('role')} label={words.role} choices={choices} />
      {relays.size > 0 && (
        <SelectField
          {...field('relay')}
          label={words.relay}
          hint={words.relayHint}
          choices={[...relays].map(([value, label]) => ({ value, label }))}
          empty={words.wholeProgramme}
        />
      )}
      <Button>{words.send}</Button>
    </form>
  )
}
