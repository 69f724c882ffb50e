import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/field.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { nameOnDoor, type BusinessSummary } from '../businesses/business.ts'
import { standingAnswers, visibleQuestions, type Run } from '../diagnostics/diagnostic.ts'
import type { Programme } from '../programmes/programme.ts'
import { spokenChannels } from './entry.ts'
import { paperField, paperQuestions, type PaperQuestion } from './paper.ts'
import { texts } from './texts.ts'
import { entryUrls } from './urls.ts'

export type RunProps = {
  page: PageContext
  programme: Programme
  run: Run
  /** Null for a business that is not in the register. */
  business: BusinessSummary | null
  /** What the form shows as typed: at first, what is saved. */
  typed: Readonly<Record<string, string>>
  /** Field to its message. */
  errors: Readonly<Record<string, string>>
}

/** Every question on one page, with what to read aloud; each part saves the whole. */
export function RunPage(props: RunProps) {
  const { page, programme, run, business, errors } = props
  const { language } = page
  const words = texts[language].run
  const title = words.title(business ? nameOnDoor(business) : words.unnamed)
  return (
    <StaffPage page={page} title={title} context={<Context {...props} />}>
      <ErrorSummary
        language={language}
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <h1>{title}</h1>
      <p>{words.how}</p>
      <form class="entry" method="post" action={entryUrls.run(run.id)}>
        <input type="hidden" name="seen" value={props.typed['seen']} />
        <Channel {...props} />
        {sectionsOf(programme, page).map((section) => (
          <SectionFields key={section.id} {...props} section={section} />
        ))}
        <ButtonRow>
          <Button name="next" value="resultat">
            {words.finish}
          </Button>
        </ButtonRow>
      </form>
    </StaffPage>
  )
}

function Context({ page: { language }, programme, run, business }: RunProps) {
  const words = texts[language].run
  const say = (count: number) => formatNumber(count, language)
  const answered = standingAnswers(programme, run.given).size
  return (
    <>
      <h2>{words.context}</h2>
      <p>{words.state(say(answered), say(visibleQuestions(programme, run.given).length))}</p>
      <p>{words.other}</p>
      {business && (
        <p>
          <a href={entryUrls.story(business.id)}>{words.story}</a>
        </p>
      )}
      {run.finishedAt && (
        <p>
          <a href={entryUrls.result(run.id)}>{words.result}</a>
        </p>
      )}
    </>
  )
}

function Channel({ page: { language }, typed, errors }: RunProps) {
  const words = texts[language].begin
  const choices = spokenChannels.map((value) => ({ value, label: words.channels[value] }))
  return (
    <RadioGroup
      {...{ language, name: 'channel', label: words.channel, choices }}
      value={typed['channel']}
      error={errors['channel']}
    />
  )
}

type Section = { id: string; title: string; questions: readonly PaperQuestion[] }

function sectionsOf(programme: Programme, { language }: PageContext): Section[] {
  const questions = paperQuestions(programme)
  const of = (axis: string | null) => questions.filter(({ question }) => question.axis === axis)
  return [
    { id: 'profil', title: texts[language].run.profile, questions: of(null) },
    ...programme.axes.map(({ id, title }) => ({ id, title: title[language], questions: of(id) })),
  ]
}

function SectionFields({ section, ...props }: RunProps & { section: Section }) {
  const words = texts[props.page.language].run
  return (
    <section id={section.id}>
      <h2>{section.title}</h2>
      {section.questions.map((asked) => (
        <QuestionField key={asked.number} {...props} asked={asked} />
      ))}
      <ButtonRow>
        <Button kind="plain" name="next" value={section.id}>
          {words.save}
          <span class="unseen">{words.saveOf(section.title)}</span>
        </Button>
      </ButtonRow>
    </section>
  )
}

function QuestionField({
  page: { language },
  run,
  typed,
  errors,
  asked,
}: RunProps & { asked: PaperQuestion }) {
  const words = texts[language].run
  const { question, number, options, skippedBy } = asked
  const name = paperField(question.id)
  const hint = [
    question.phone[language],
    skippedBy.length > 0 && words.skipIf(skippedBy.join(', ')),
    run.given[question.id]?.source === 'prefilled' && words.prefilled,
  ]
  return (
    <RadioGroup
      language={language}
      name={name}
      label={`${number}. ${question.title[language]}`}
      hint={hint.filter(Boolean).join(' ')}
      choices={options.map(({ option }) => ({ value: option.id, label: option.label[language] }))}
      value={typed[name]}
      error={errors[name]}
    />
  )
}
