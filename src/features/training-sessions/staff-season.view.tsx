/** Planning the same training on many dates. */
import type { Typed } from '../../core/form.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Facts } from '../../ui/definition.tsx'
import { Tick, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { formatDate, formatDateTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { Training } from '../programmes/training.ts'
import { CrewFields, TrainingField, WhenFields, type FormProps } from './schedule-fields.view.tsx'
import { mostDates, takesPlace, type LostDate, type SeasonDate, type SeasonRequest } from './season.ts'

import { texts } from './texts.ts'
import { sessionUrls } from './urls.ts'

/** As one session is scheduled, with how often and how many times. */
export function SeasonPage({ page, form }: { page: PageContext; form: FormProps }) {
  const { language } = page
  const words = texts[language].season
  const field = fieldsOf({ language, words: texts[language].errors, ...form.refusal })
  return (
    <StaffPage page={page} title={words.title}>
      <FormErrors language={language} words={texts[language].errors} errors={form.refusal?.errors} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <form method="post" action={sessionUrls.season} noValidate>
        <input type="hidden" name="page" value={form.formKey} />
        <TrainingField page={page} {...form} />
        <WhenFields page={page} refusal={form.refusal} dateLabel={words.first} />
        <TextField {...field('every')} label={words.every} hint={words.everyHint} {...shortNumber} />
        <TextField
          {...field('times')}
          label={words.times}
          hint={words.timesHint(mostDates)}
          {...shortNumber}
        />
        <CrewFields page={page} {...form} />
        <Button>{words.check}</Button>
      </form>
      <p>
        <a href={sessionUrls.staff}>{words.back}</a>
      </p>
    </StaffPage>
  )
}

const shortNumber = { inputMode: 'numeric', width: 'short', maxLength: 2 } as const

type CheckProps = {
  page: PageContext
  typed: Typed
  wanted: SeasonRequest
  training: Training
  dates: readonly (SeasonDate | LostDate)[]
  /** No date was left. */
  isRefused: boolean
}

/** Every date, to be left out one by one; nothing is scheduled before its button. */
export function SeasonCheckPage({ page, typed, wanted, training, dates, isRefused }: CheckProps) {
  const { language } = page
  const words = texts[language].season
  const possible = dates.filter(takesPlace)
  const lost = dates.filter((date): date is LostDate => !takesPlace(date))
  return (
    <StaffPage page={page} title={words.checkTitle}>
      <h1>{words.checkTitle}</h1>
      <p class="lead">{training.title[language]}</p>
      <Facts facts={[{ term: texts[language].staff.capacity, value: wanted.capacity }]} />
      {(isRefused || possible.length === 0) && (
        <Notice language={language} kind="warning">
          <p>{words.noDate}</p>
        </Notice>
      )}
      <form method="post" action={sessionUrls.season}>
        <Carried typed={typed} />
        <Dates language={language} dates={possible} wanted={wanted} />
        <Lost language={language} dates={lost} />
        <ButtonRow>
          {possible.length > 0 && (
            <Button name="step" value="confirm">
              {words.confirm}
            </Button>
          )}
          <Button kind="plain" name="step" value="edit">
            {words.correct}
          </Button>
        </ButtonRow>
      </form>
    </StaffPage>
  )
}

/** What was typed, carried unseen to the next page. */
function Carried({ typed }: { typed: Typed }) {
  const fields = ['training', 'date', 'time', 'zone', 'every', 'times', 'capacity', 'trainer', 'room', 'page']
  return (
    <>
      {fields.map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
      ))}
    </>
  )
}

type DatesProps = Pick<PageContext, 'language'> & { dates: readonly SeasonDate[]; wanted: SeasonRequest }

function Dates({ language, dates, wanted }: DatesProps) {
  const words = texts[language].season
  const moment = (instant: Date) => formatDateTime(instant, { zone: wanted.first.zone, language })
  return (
    <fieldset class="field">
      <legend class="label">{words.except}</legend>
      {dates.map(({ date, startsAt, kind }) => (
        <Tick
          key={date}
          type="checkbox"
          id={`sauf-${date}`}
          name={`sauf-${date}`}
          choice={{
            value: 'oui',
            label: moment(startsAt),
            ...(kind === 'first-of-two' && { hint: words.firstOfTwo }),
          }}
          checked={wanted.except.includes(date)}
        />
      ))}
    </fieldset>
  )
}

function Lost({ language, dates }: Pick<PageContext, 'language'> & { dates: readonly LostDate[] }) {
  const words = texts[language].season
  if (dates.length === 0) return null
  return (
    <>
      <p>{words.lost}</p>
      {dates.map(({ date, kind }) => (
        <p class="soft" key={date}>
          {words.lostBecause[kind](dayWords(date, language))}
        </p>
      ))}
    </>
  )
}

/** A date without a clock, in words. */
function dayWords(date: string, language: PageContext['language']): string {
  return formatDate(new Date(`${date}T12:00:00Z`), 'UTC', language)
}
