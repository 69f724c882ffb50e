/** The fields that schedule a session, or a season of them. */
import type { FieldErrors, Typed } from '../../core/form.ts'
import type { Language } from '../../core/language.ts'
import { RadioGroup, SelectField, TextField, type Choice } from '../../ui/field.tsx'
import { fieldsOf } from '../../ui/form.tsx'
import { formatDateTime } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { uiTexts } from '../../ui/texts.ts'
import type { NamedMember } from '../accounts/person.ts'
import type { Programme } from '../programmes/programme.ts'
import { sessionZones } from './local-time.ts'
import { texts } from './texts.ts'

/** The hour that comes twice: which two instants it may be. */
export type Twice = { first: Date; second: Date; zone: string }
/** What was typed and why it was refused. */
export type Refusal = { typed: Typed; errors: FieldErrors; twice: Twice | null }

export type FormProps = {
  programme: Programme
  trainers: readonly NamedMember[]
  /** Tells the second click of this page from another visit. */
  formKey: string
  refusal: Refusal | null
}

type FieldsProps = FormProps & { page: PageContext }

export function TrainingField({ page: { language }, programme, refusal }: FieldsProps) {
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })
  const choices = trainingChoices(programme, language)
  return <SelectField {...field('training')} label={words.training} choices={choices} empty={words.choose} />
}

/** Every training, by its number. */
export function trainingChoices({ trainings }: Programme, language: Language): Choice[] {
  return trainings.map(({ id, title }) => ({ value: id, label: `${id} ${title[language]}` }))
}

/** How many seats, with whom, and where. */
export function CrewFields({ page: { language }, trainers, refusal }: FieldsProps) {
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })
  return (
    <>
      <TextField
        {...field('capacity')}
        label={words.capacity}
        inputMode="numeric"
        width="short"
        maxLength={4}
      />
      <SelectField
        {...field('trainer')}
        label={words.trainer}
        hint={words.trainerHint}
        choices={trainers.map(({ personId, name }) => ({ value: personId, label: name }))}
        empty={words.choose}
      />
      <TextField
        {...field('room')}
        label={words.room}
        hint={words.roomHint}
        type="url"
        maxLength={500}
        optional
      />
    </>
  )
}

type WhenProps = {
  page: PageContext
  refusal: Refusal | null
  /** "Date" unless it is the first of several. */
  dateLabel?: string
}

/** Date, hour and place; and, when that hour comes twice, which of the two. */
export function WhenFields({ page, refusal, dateLabel }: WhenProps) {
  const { language } = page
  const words = texts[language].staff
  const field = fieldsOf({ language, words: texts[language].errors, ...refusal })
  return (
    <>
      <TextField {...field('date')} label={dateLabel ?? words.date} type="date" width="medium" />
      <TextField {...field('time')} label={words.time} hint={words.timeHint} width="short" maxLength={8} />
      <SelectField {...field('zone')} label={words.zone} choices={zoneChoices(page)} />
      {refusal?.twice && (
        <RadioGroup
          {...field('occurrence')}
          label={words.occurrence}
          choices={twiceChoices(page, refusal.twice)}
        />
      )}
    </>
  )
}

function zoneChoices({ language }: PageContext) {
  const { zones } = uiTexts[language].format
  return sessionZones.map((zone) => ({ value: zone, label: zones[zone]?.time ?? zone }))
}

function twiceChoices({ language }: PageContext, { first, second, zone }: Twice) {
  const moment = (instant: Date) => formatDateTime(instant, { zone, language })
  return [
    { value: 'first', label: moment(first) },
    { value: 'second', label: moment(second) },
  ]
}
