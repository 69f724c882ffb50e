/** Sessions from a calendar file. */
import type { FieldErrors } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FileField, SelectField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { CalendarEvent, LeftOut } from './read-calendar.ts'
import { CrewFields, trainingChoices, type FormProps } from './schedule-fields.view.tsx'
import { texts } from './texts.ts'
import { sessionUrls } from './urls.ts'

type UploadProps = { page: PageContext; trouble: string | null }

export function ImportPage({ page, trouble }: UploadProps) {
  const { language } = page
  const words = texts[language].import
  const error = trouble === null ? undefined : texts[language].errors[trouble]
  return (
    <StaffPage page={page} title={words.title}>
      <FormErrors
        language={language}
        words={texts[language].errors}
        errors={trouble === null ? {} : { file: trouble }}
      />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <form method="post" action={sessionUrls.import} encType="multipart/form-data" noValidate>
        <FileField
          language={language}
          name="file"
          label={words.file}
          hint={words.fileHint}
          error={error}
          accept=".ics,text/calendar"
        />
        <Button>{words.read}</Button>
      </form>
      <p>
        <a href={sessionUrls.staff}>{texts[language].season.back}</a>
      </p>
    </StaffPage>
  )
}

/** An event, with the id of the training it was given, or none. */
export type ImportLine = CalendarEvent & { training: string }

type DatesProps = {
  page: PageContext
  form: FormProps
  lines: readonly ImportLine[]
  /** Null once the form has been sent. */
  leftOut: LeftOut | null
  errors?: FieldErrors
}

/** A training for each event; those without one are left alone. */
export function ImportDatesPage({ page, form, lines, leftOut, errors = {} }: DatesProps) {
  const { language } = page
  const words = texts[language].import
  return (
    <StaffPage page={page} title={words.datesTitle}>
      <FormErrors language={language} words={texts[language].errors} errors={errors} />
      <h1>{words.datesTitle}</h1>
      {leftOut && <LeftOutWords language={language} leftOut={leftOut} />}
      {lines.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <form method="post" action={sessionUrls.importDates} noValidate>
          <input type="hidden" name="page" value={form.formKey} />
          <p>{words.choose}</p>
          {lines.map((line, at) => (
            <Line key={at} language={language} programme={form.programme} line={line} at={at} />
          ))}
          <CrewFields page={page} {...form} />
          <Button>{words.submit}</Button>
        </form>
      )}
      <p>
        <a href={sessionUrls.import}>{words.again}</a>
      </p>
    </StaffPage>
  )
}

type LineProps = Pick<PageContext, 'language'> &
  Pick<FormProps, 'programme'> & { line: ImportLine; at: number }

function Line({ language, programme, line, at }: LineProps) {
  const { title, startsAt, zone, roomUrl, training } = line
  const words = texts[language].import
  const moment = formatDateTime(startsAt, { zone, language })
  return (
    <>
      <input type="hidden" name={`title-${at}`} value={title} />
      <input type="hidden" name={`start-${at}`} value={startsAt.toISOString()} />
      <input type="hidden" name={`zone-${at}`} value={zone} />
      <input type="hidden" name={`room-${at}`} value={roomUrl ?? ''} />
      <SelectField
        language={language}
        name={`training-${at}`}
        label={words.line(title || words.untitled, moment)}
        choices={trainingChoices(programme, language)}
        value={training}
        empty={words.leave}
      />
    </>
  )
}

function LeftOutWords({ language, leftOut }: Pick<PageContext, 'language'> & { leftOut: LeftOut }) {
  const words = texts[language].import
  const why = (Object.keys(leftOut) as (keyof LeftOut)[]).filter((key) => leftOut[key] > 0)
  if (why.length === 0) return null
  return <p class="soft">{words.leftOut(why.map((key) => words.because[key](leftOut[key])).join(', '))}</p>
}
