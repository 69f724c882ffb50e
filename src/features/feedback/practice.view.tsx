import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OptionList } from '../../ui/option-list.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Training } from '../programmes/training.ts'
import { trainingUrl } from '../trainings/urls.ts'
import type { HelpedPlan, Practice } from './practice.ts'
import { texts } from './texts.ts'
import { feedbackUrls } from './urls.ts'

type PracticeProps = {
  page: PageContext
  training: Training
  /** Of the booking. */
  token: string
  plan: HelpedPlan | null
  practice: Practice | null
}

/** Three buttons, one tap; then what follows from it. A line of the plan that the training helps with has its own "yes". */
export function PracticePage(props: PracticeProps) {
  const { page, training, token, plan, practice } = props
  const { language } = page
  const words = texts[language].practice
  return (
    <Page page={page} title={words.title} isPrivate>
      <p class="soft">{words.of(training.title[language])}</p>
      <h1 id="practice">{words.question}</h1>
      {practice && <Thanks {...props} practice={practice} />}
      <p>{words.doneWhen(training.doneWhen[language])}</p>
      <form method="post" action={feedbackUrls.practice(token)}>
        <OptionList
          language={language}
          name="said"
          labelledBy="practice"
          options={optionsOf(plan, language)}
          current={practice ? valueOf(practice) : undefined}
        />
      </form>
      {practice && <p class="soft">{words.change}</p>}
      <p>
        <a href={trainingUrl(training.slug)}>{words.again}</a>
      </p>
    </Page>
  )
}

function optionsOf(plan: HelpedPlan | null, language: PageContext['language']) {
  const words = texts[language].practice
  const lines = (plan?.actions ?? []).map(({ action }) => ({
    value: `done:${action.id}`,
    label: words.done,
    hint: words.doneAction(action.title[language]),
  }))
  return [
    ...(lines.length > 0 ? lines : [{ value: 'done', label: words.done }]),
    { value: 'not-yet', label: words.notYet },
    { value: 'no-help', label: words.noHelp },
  ]
}

function valueOf({ said, action }: Practice): string {
  return action === null ? said : `${said}:${action}`
}

function Thanks({ page: { language }, plan, practice }: PracticeProps & { practice: Practice }) {
  const words = texts[language].practice
  const helped = plan?.actions.find(({ action }) => action.id === practice.action) ?? null
  return (
    <>
      <Notice language={language} kind="done">
        <p>
          {words.thanks[practice.said]} {helped && words.inPlan}
        </p>
      </Notice>
      {plan && helped && <ButtonLink {...next(plan, helped.touched, language)} />}
      {plan && !helped && practice.said === 'not-yet' && (
        <p>
          <a href={diagnosticUrls.result(plan.token)}>{words.plan}</a>
        </p>
      )}
    </>
  )
}

/** The one question that the act has changed; where there is none, the plan. */
function next({ token }: HelpedPlan, touched: string | null, language: PageContext['language']) {
  const words = texts[language].practice
  return touched === null
    ? { href: diagnosticUrls.result(token), children: words.plan }
    : { href: diagnosticUrls.question(token, touched, 'resultat'), children: words.touched }
}
