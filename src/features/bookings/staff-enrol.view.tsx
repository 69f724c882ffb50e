/** Booking for an owner on the telephone. */
import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { EmailField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { Empty } from '../../ui/empty.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import { nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { findTraining, type Programme } from '../programmes/programme.ts'
import { seatsWords } from '../training-sessions/sessions.view.tsx'
import { isOpen, type TrainingSession } from '../training-sessions/training-session.ts'
import { sessionUrls, staffSessionUrl } from '../training-sessions/urls.ts'
import { ComingAlong } from './companions.view.tsx'
import { About } from './staff.view.tsx'
import { trainingTitle } from './tell-booking.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'
import type { Line } from './waiting.ts'
import { waitingTexts } from './waiting-texts.ts'

type ChooseProps = {
  page: PageContext
  programme: Programme
  business: BusinessSummary
  sessions: readonly TrainingSession[]
}

/** The next date of each training, at the shop's own hour too. */
export function ChooseForPage({ page, programme, business, sessions }: ChooseProps) {
  const { language } = page
  const words = texts[language].enrol
  const readerZone = zoneOfDepartment(business.departmentCode)
  const rows = sessions
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .map((session) => [
      <a href={bookingUrls.enrol(session.id, business.id)}>
        {trainingTitle(programme, { session }, language)}
      </a>,
      <>
        {formatDateTime(session.startsAt, { zone: session.zone, language, readerZone })}
        <br />
        <span class="soft">{seatsWords(session, language)}</span>
      </>,
    ])
  return (
    <StaffPage page={page} title={words.chooseTitle}>
      <h1>{words.chooseTitle}</h1>
      <p>
        <b>{words.forBusiness(nameOnDoor(business))}</b>
      </p>
      {rows.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Table caption={words.caption} columns={words.columns.map((heading) => ({ heading }))} rows={rows} />
      )}
      <p>
        <a href={sessionUrls.staff}>{words.allDates}</a>
      </p>
    </StaffPage>
  )
}

type EnrolProps = {
  page: PageContext
  programme: Programme
  session: TrainingSession
  business: { id: string; name: string } | null
  typed: Typed
  errors: FieldErrors
  line: Line
  /** The last seat went meanwhile. */
  isFull: boolean
  formKey: string
  now: Date
}

/** The owner's address and business; when no seat is left, a place in the line. */
export function EnrolPage(props: EnrolProps) {
  const { page, programme, session, business, errors, now } = props
  const { language } = page
  const words = texts[language].enrol
  const preparation = findTraining(programme, session.trainingId)?.prepMinutes ?? 0
  return (
    <StaffPage page={page} title={words.title} context={<About page={page} session={session} />}>
      <FormErrors language={language} words={texts[language].errors} errors={errors} />
      <h1>{words.title}</h1>
      <p class="lead">{trainingTitle(programme, { session }, language)}</p>
      {business && <p>{words.forBusiness(business.name)}</p>}
      {preparation > 0 && <p class="soft">{words.sayPreparation(preparation)}</p>}
      {isOpen(session, now) ? (
        <EnrolForm {...props} />
      ) : (
        <Notice language={language}>
          <p>{texts[language].errors['enrol.closed']}</p>
        </Notice>
      )}
      <p>
        <a href={staffSessionUrl(session.id)}>{texts[language].change.back}</a>
      </p>
    </StaffPage>
  )
}

function EnrolForm({ page, session, business, typed, errors, line, isFull, formKey }: EnrolProps) {
  const { language } = page
  const words = texts[language].enrol
  const field = fieldsOf({ language, words: texts[language].errors, typed, errors })
  const mustWait = isFull || session.seatsTaken >= session.capacity
  return (
    <form method="post" action={bookingUrls.enrol(session.id)} noValidate>
      <input type="hidden" name="page" value={formKey} />
      <input type="hidden" name="business" value={business?.id ?? ''} />
      {mustWait && <input type="hidden" name="wait" value="oui" />}
      <EmailField {...field('email')} label={words.email} hint={words.emailHint} />
      {business === null && (
        <TextField
          {...field('siret')}
          label={words.siret}
          hint={texts[language].booking.siretHint}
          inputMode="numeric"
          maxLength={40}
          width="medium"
          optional
        />
      )}
      {!mustWait && <ComingAlong {...{ language, typed, errors }} />}
      {mustWait && <p>{waitingTexts[language].join.ahead(line.peopleWaiting)}</p>}
      <ButtonRow>
        <Button>{mustWait ? words.wait : words.submit}</Button>
      </ButtonRow>
      <p class="soft">{words.next}</p>
    </form>
  )
}
