import type { FieldErrors, Typed } from '../../core/form.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup, SelectField, TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import type { Segment } from '../segments/segment.ts'
import { audienceKinds, topics } from './mailing.ts'
import { About } from './staff.view.tsx'
import { texts } from './texts.ts'
import { mailingUrls } from './urls.ts'

type DraftProps = {
  page: PageContext
  /** Null for a new one. */
  id: string | null
  form: { typed: Typed; errors: FieldErrors }
  segments: readonly Segment[]
}

type AudienceProps = Pick<DraftProps, 'page' | 'segments'> & { field: ReturnType<typeof fieldsOf> }

/** To whom; segments are offered where there are some. */
function AudienceFields({ page: { language }, field, segments }: AudienceProps) {
  const words = texts[language].staff
  const offered = audienceKinds.filter((kind) => kind !== 'segment' || segments.length > 0)
  return (
    <>
      <RadioGroup
        {...field('audience')}
        label={words.audience}
        choices={offered.map((kind) => ({ value: kind, label: words.audiences[kind] }))}
      />
      {segments.length > 0 && (
        <SelectField
          {...field('segment')}
          label={words.segment}
          hint={words.segmentHint}
          choices={segments.map(({ id: value, name: label }) => ({ value, label }))}
          empty={words.choose}
        />
      )}
      <TextField
        {...field('department')}
        label={words.department}
        hint={words.departmentHint}
        width="short"
        maxLength={3}
        optional
      />
    </>
  )
}

/** What it says, and to whom. */
export function DraftPage({ page, id, form: { typed, errors }, segments }: DraftProps) {
  const { language } = page
  const { staff: words, errors: errorWords } = texts[language]
  const title = id === null ? words.draftTitle : words.changeTitle
  const sent = { language, words: errorWords, typed, errors }
  const field = fieldsOf(sent)
  return (
    <StaffPage page={page} title={title} context={<About page={page} />}>
      <FormErrors {...sent} />
      <h1>{title}</h1>
      <form method="post" action={id === null ? mailingUrls.list : mailingUrls.change(id)} noValidate>
        <RadioGroup
          {...field('topic')}
          label={words.topic}
          hint={words.topicHint}
          choices={topics.map((topic) => ({ value: topic, label: words.topics[topic] }))}
        />
        <AudienceFields page={page} field={field} segments={segments} />
        <h2>{words.french}</h2>
        <TextFields page={page} field={field} ending="" />
        <h2>{words.english}</h2>
        <p>{words.englishHint}</p>
        <TextFields page={page} field={field} ending="-en" />
        <Button>{words.save}</Button>
      </form>
    </StaffPage>
  )
}

type TextsProps = { page: PageContext; field: ReturnType<typeof fieldsOf>; ending: '' | '-en' }

function TextFields({ page, field, ending }: TextsProps) {
  const words = texts[page.language].staff
  const optional = ending !== ''
  return (
    <>
      <TextField {...field(`subject${ending}`)} label={words.subject} maxLength={150} optional={optional} />
      <TextField
        {...field(`preheader${ending}`)}
        label={words.preheader}
        hint={words.preheaderHint}
        maxLength={150}
        optional
      />
      <LongTextField
        {...field(`body${ending}`)}
        label={words.body}
        hint={words.bodyHint}
        maxLength={20_000}
        rows={12}
        optional={optional}
      />
    </>
  )
}
