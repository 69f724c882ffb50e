import { ButtonLink } from '../../ui/button.tsx'
import { ContactList } from '../../ui/contact-list.tsx'
import { Hero } from '../../ui/hero.tsx'
import { formatDateTime, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { Street } from '../../ui/street.tsx'
import { siteUrls } from '../../ui/urls.ts'
import { everyQuestion, type Programme, programmeZone } from '../programmes/programme.ts'
import type { StreetFigures } from './street.ts'
import { texts } from './texts.ts'

type HomeProps = { page: PageContext; programme: Programme; street: StreetFigures }

export function HomePage({ page, programme, street }: HomeProps) {
  const words = texts[page.language].home
  const trainings = formatNumber(programme.trainings.length, page.language)
  return (
    <Page page={page} title={programme.name} description={words.description} bodyClass="home" sheet="street">
      <Hero title={words.title} lead={words.lead}>
        <ButtonLink href={siteUrls.diagnostic}>{words.start}</ButtonLink>
        <ButtonLink href={siteUrls.trainings} kind="plain">
          {words.allTrainings(trainings)}
        </ButtonLink>
      </Hero>
      <p class="soft">{words.reassure}</p>
      <HomeStreet page={page} programme={programme} street={street} />
      <HowItGoes page={page} programme={programme} />
      <section>
        <h2>{words.phone}</h2>
        <p>{words.phoneText}</p>
        <ContactList contact={{ email: programme.contact.email, phone: programme.contact.phone }} />
      </section>
      <section>
        <h2>{words.neutral}</h2>
        <p>{words.neutralText}</p>
        <p>
          <a href={siteUrls.partners}>{words.neutralLink}</a>
        </p>
      </section>
    </Page>
  )
}

function HomeStreet({ page, programme, street }: HomeProps) {
  const { language } = page
  const words = texts[language].home
  const say = (count: number) => formatNumber(count, language)
  const { register, diagnosed, planned, booked } = street.counts
  const sentence = diagnosed === 0 ? words.emptyStreet : words.street(register, say(diagnosed), say(booked))
  const table = [
    { label: words.registerRow, count: register, state: 'dark' as const },
    { label: words.diagnosedRow, count: diagnosed, state: 'lit' as const },
    { label: words.plannedRow, count: planned },
    { label: words.bookedRow, count: booked, state: 'open' as const },
  ]
  return (
    <>
      <Street language={language} windows={street.windows} sentence={sentence} table={table} />
      <p class="soft">
        {words.asOf(formatDateTime(street.asOf, { zone: programmeZone, language }))}{' '}
        {words.goal(say(programme.goal.businesses), programme.goal.weeks)}
      </p>
    </>
  )
}

function HowItGoes({ page, programme }: Omit<HomeProps, 'street'>) {
  const words = texts[page.language].home
  const questions = formatNumber(everyQuestion(programme).length, page.language)
  return (
    <>
      <h2>{words.steps}</h2>
      <ol class="steps wide">
        {words.step(questions).map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
