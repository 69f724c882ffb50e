import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { addressLine, nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import type { Programme } from '../programmes/programme.ts'
import { paperField, paperQuestions, releaseMark, type PaperQuestion } from './paper.ts'
import { texts } from './texts.ts'
import { entryUrls } from './urls.ts'

type Typed = Readonly<Record<string, string>>
/** Field to its message, in the order of the page. */
type Messages = Readonly<Record<string, string>>

const summaryOf = (errors: Messages) => Object.entries(errors).map(([field, message]) => ({ field, message }))

type StartProps = { page: PageContext; typed: Typed; errors: Messages }

/** Which paper lies on the table: whose, and of which release. */
export function PaperStartPage(props: StartProps) {
  const { page, errors } = props
  const words = texts[page.language].paperStart
  return (
    <StaffPage page={page} title={words.title}>
      <ErrorSummary language={page.language} errors={summaryOf(errors)} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <StartForm {...props} />
      <p>
        <a href={entryUrls.printed}>{words.print}</a>
      </p>
    </StaffPage>
  )
}

function StartForm({ page: { language }, typed, errors }: StartProps) {
  const words = texts[language].paperStart
  const isFirst = Object.keys(errors).length === 0
  const siret = typed['siret'] ?? ''
  return (
    <form class="paper-start" method="get" action={entryUrls.paper}>
      <TextField
        {...{ language, name: 'siret', label: words.siret, hint: words.siretHint, value: siret }}
        {...{ error: errors['siret'], inputMode: 'numeric', autocomplete: 'off', width: 'medium' }}
        maxLength={30}
        optional
        autofocus={isFirst && siret === ''}
      />
      <TextField
        {...{ language, name: 'version', label: words.version, hint: words.versionHint }}
        {...{ value: typed['version'], error: errors['version'], autocomplete: 'off', width: 'medium' }}
        maxLength={20}
        autofocus={isFirst && siret !== ''}
      />
      <ButtonRow>
        <Button>{words.open}</Button>
      </ButtonRow>
    </form>
  )
}

export type TypingProps = {
  page: PageContext
  /** The release the paper was printed from. */
  programme: Programme
  isOlder: boolean
  business: BusinessSummary | null
  formKey: string
  typed: Typed
  errors: Messages
}

/** The whole paper, a box a question, in the order of the sheets; one submit keeps it. */
export function TypingPage(props: TypingProps) {
  const { page, programme, isOlder, business, errors } = props
  const { language } = page
  const words = texts[language].typing
  return (
    <StaffPage page={page} title={words.title}>
      <ErrorSummary language={language} errors={summaryOf(errors)} />
      <h1>{words.title}</h1>
      <p>
        <b>{business ? words.forBusiness(nameOnDoor(business), addressLine(business)) : words.unnamed}</b>
        {' – '}
        {words.version(releaseMark(programme))}
      </p>
      {isOlder && (
        <Notice language={language}>
          <p>{words.older}</p>
        </Notice>
      )}
      <p>{words.how}</p>
      <TypingForm {...props} />
    </StaffPage>
  )
}

function TypingForm(props: TypingProps) {
  const { page, programme, business, formKey, typed, errors } = props
  const { language } = page
  const words = texts[language].typing
  const isFirst = Object.keys(errors).length === 0
  return (
    <form method="post" action={entryUrls.paper}>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="commerce" value={business?.id ?? ''} />
      <input type="hidden" name="version" value={releaseMark(programme)} />
      <div class="typing">
        {paperQuestions(programme).map((asked) => (
          <SignField key={asked.number} {...props} asked={asked} isFirst={isFirst && asked.number === 1} />
        ))}
      </div>
      {errors['incomplete'] !== undefined && (
        <RadioGroup
          {...{ language, name: 'incomplete', label: words.incomplete, error: errors['incomplete'] }}
          choices={(['no', 'yes'] as const).map((value) => ({ value, label: words.stopsThere[value] }))}
          value={typed['incomplete']}
        />
      )}
      <ButtonRow>
        <Button>{words.save}</Button>
      </ButtonRow>
    </form>
  )
}

type SignProps = TypingProps & { asked: PaperQuestion; isFirst: boolean }

function SignField({ page: { language }, typed, errors, asked, isFirst }: SignProps) {
  const words = texts[language].typing
  const { number, question, options } = asked
  const name = paperField(question.id)
  return (
    <TextField
      language={language}
      name={name}
      label={`${number}. ${question.title[language]}`}
      hint={options.map(({ sign, option }) => words.option(sign, option.label[language])).join(words.between)}
      value={typed[name]}
      error={errors[name]}
      autocomplete="off"
      width="short"
      maxLength={4}
      autofocus={isFirst}
    />
  )
}
