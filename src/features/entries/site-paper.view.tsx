import type { Language } from '../../core/language.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { diagnosticUrls } from '../diagnostics/urls.ts'
import type { Programme } from '../programmes/programme.ts'
import { paperQuestions, releaseMark, splitSheets, type PaperQuestion } from './paper.ts'
import { texts } from './texts.ts'

type PaperProps = { page: PageContext; programme: Programme }

/** The questionnaire of this release on two A4 sheets; on a screen, how to print them comes first. */
export function PaperPage({ page, programme }: PaperProps) {
  const words = texts[page.language].printed
  const sheets = splitSheets(paperQuestions(programme), page.language)
  return (
    <Page page={page} title={words.title} description={words.description} bodyClass="paper" sheet="counter">
      <div class="paper-how stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{words.how}</p>
        <p>
          <a href={diagnosticUrls.start}>{words.online}</a>
        </p>
      </div>
      {sheets.map((questions, index) => (
        <Sheet key={index} {...{ page, programme, questions }} number={index + 1} />
      ))}
    </Page>
  )
}

type SheetProps = PaperProps & { questions: readonly PaperQuestion[]; number: number }

function Sheet({ page, programme, questions, number }: SheetProps) {
  const words = texts[page.language].printed
  return (
    <section class="sheet wide" aria-label={words.sheet(number)}>
      <div class="sheet-head">
        <b>{programme.name}</b>
        <span>{words.sheet(number)}</span>
      </div>
      {number === 1 && <Identity page={page} />}
      <div class="sheet-questions">
        {questions.map((asked) => (
          <PrintedQuestion key={asked.number} language={page.language} asked={asked} />
        ))}
      </div>
      {number === 2 && <Return page={page} programme={programme} />}
      <p class="sheet-foot">
        <b>{words.version(releaseMark(programme))}</b>
        <span>
          {page.publicUrl}
          {page.path.split('?')[0]}
        </span>
        <span>{words.sheet(number)}</span>
      </p>
    </section>
  )
}

const siretGroups = [3, 3, 3, 5]

function Identity({ page: { language } }: { page: PageContext }) {
  const words = texts[language].printed
  return (
    <div class="identity">
      <h2>{words.heading}</h2>
      <p class="to-fill wide-line">{words.business}</p>
      <p class="siret">
        {words.siret}
        {siretGroups.map((digits, group) => (
          <span key={group} class="digits" aria-hidden="true">
            {Array.from({ length: digits }, (_, i) => (
              <i key={i} />
            ))}
          </span>
        ))}
      </p>
      <p class="to-fill">{words.contact}</p>
      <p class="to-fill">{words.date}</p>
      <p class="to-fill wide-line">{words.email}</p>
      <p class="wide-line">
        <b>{words.fill}</b>
      </p>
    </div>
  )
}

function PrintedQuestion({ language, asked }: { language: Language; asked: PaperQuestion }) {
  const words = texts[language].printed
  const { number, question, options, skippedBy } = asked
  return (
    <section class="printed-question">
      <h3>
        {number}. {question.title[language]}
      </h3>
      {question.help && <p class="printed-help">{question.help[language]}</p>}
      {skippedBy.length > 0 && <p class="printed-help">{words.skipIf(skippedBy.join(words.or))}</p>}
      <ul>
        {options.map(({ sign, option }) => (
          <li key={option.id}>
            <i class="tick-box" aria-hidden="true" />
            <b>
              {number}
              {sign}
            </b>
            <span>{option.label[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Return({ page: { language }, programme }: PaperProps) {
  const words = texts[language].printed
  const { email, address, phone, privacyEmail } = programme.contact
  const { organisation } = programme
  const ways = [
    words.backAdviser,
    ...(address === undefined ? [] : [words.backPost(organisation, address)]),
    words.backEmail(email),
  ]
  return (
    <div class="return">
      <p>
        <b>{words.back}</b> – {ways.join(words.or)}. {phone !== undefined && words.backPhone(phone)}
      </p>
      <p>{words.privacy(organisation, privacyEmail)}</p>
    </div>
  )
}
