import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { Programme } from '../programmes/programme.ts'
import type { ChangeableSession } from '../training-sessions/change.ts'
import { staffSessionUrl } from '../training-sessions/urls.ts'
import { ChangedMeanwhile, SessionLead } from './staff-change.view.tsx'
import { About } from './staff.view.tsx'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

type CallOffProps = {
  page: PageContext
  programme: Programme
  session: ChangeableSession
  typed: Typed
  errors: FieldErrors
  isChangedMeanwhile: boolean
  /** How many hold a seat. */
  told: number
  /** Tells the second click of this page from another visit. */
  formKey: string
}

/** Says who will be told and cannot be told otherwise, and asks for a word to them. */
export function CallOffPage(props: CallOffProps) {
  const { page, session, typed, errors, told, formKey } = props
  const { language } = page
  const words = texts[language].callOff
  const field = fieldsOf({ language, words: texts[language].errors, typed, errors })
  return (
    <StaffPage page={page} title={words.title} context={<About page={page} session={session} />}>
      <FormErrors language={language} words={texts[language].errors} errors={errors} />
      <h1>{words.title}</h1>
      <SessionLead {...props} />
      {props.isChangedMeanwhile && <ChangedMeanwhile {...props} />}
      <p>{words.told(told)}</p>
      <form method="post" action={bookingUrls.callOff(session.id)} noValidate>
        <input type="hidden" name="page" value={formKey} />
        <input type="hidden" name="version" value={session.version} />
        <LongTextField
          {...field('message')}
          label={words.message}
          hint={words.messageHint}
          maxLength={600}
          optional={told === 0}
        />
        <ButtonRow>
          <Button>{words.submit(told)}</Button>
          <ButtonLink href={staffSessionUrl(session.id)} kind="plain">
            {words.keep}
          </ButtonLink>
        </ButtonRow>
      </form>
    </StaffPage>
  )
}
