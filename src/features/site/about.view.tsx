import type { ComponentChildren } from 'preact'
import { ContactList } from '../../ui/contact-list.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import type { Partner } from '../programmes/partner.ts'
import type { Programme } from '../programmes/programme.ts'
import { texts } from './texts.ts'

type AboutProps = { page: PageContext; programme: Programme }

function AboutPage({
  page,
  title,
  children,
}: {
  page: PageContext
  title: string
  children: ComponentChildren
}) {
  return (
    <Page page={page} title={title}>
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

export function PartnersPage({ page, programme }: AboutProps) {
  const words = texts[page.language].partners
  return (
    <AboutPage page={page} title={words.title}>
      <p>{words.intro}</p>
      {programme.partners.map((partner) => (
        <PartnerSection key={partner.id} page={page} partner={partner} />
      ))}
    </AboutPage>
  )
}

function PartnerSection({ page, partner }: { page: PageContext; partner: Partner }) {
  const words = texts[page.language].partners
  return (
    <section>
      <h2>{partner.name}</h2>
      <p>{partner.role[page.language]}</p>
      <h3>{words.interest}</h3>
      <p>{partner.interest[page.language]}</p>
    </section>
  )
}

export function AccessibilityPage({ page, programme }: AboutProps) {
  const words = texts[page.language].accessibility
  return (
    <AboutPage page={page} title={words.title}>
      <p>{words.state}</p>
      <p>{words.works}</p>
      <p>{words.problem}</p>
      <ContactList contact={{ email: programme.contact.email, phone: programme.contact.phone }} />
    </AboutPage>
  )
}

export function LegalPage({ page, programme }: AboutProps) {
  const words = texts[page.language].legal
  return (
    <AboutPage page={page} title={words.title}>
      <h2>{words.publisher}</h2>
      <p>{words.publisherText(programme.organisation)}</p>
      <h2>{words.contact}</h2>
      <ContactList contact={programme.contact} />
      <h2>{words.software}</h2>
      <p>{words.softwareText}</p>
      <h2>{words.data}</h2>
      <p>{words.dataText}</p>
    </AboutPage>
  )
}

export function PrivacyPage({ page, programme }: AboutProps) {
  const words = texts[page.language].privacy
  return (
    <AboutPage page={page} title={words.title}>
      <p>{words.intro}</p>
      {words.rows.map(({ what, why, howLong }) => (
        <section key={what}>
          <h2>{what}</h2>
          <p>{why}</p>
          <p class="soft">{howLong}</p>
        </section>
      ))}
      <h2>{words.rest}</h2>
      <p>{words.none}</p>
      <p>{words.link}</p>
      <p>{words.rights(programme.contact.privacyEmail)}</p>
    </AboutPage>
  )
}

export function SourcePage({ page, programme }: AboutProps) {
  const words = texts[page.language].source
  return (
    <AboutPage page={page} title={words.title}>
      <p>{words.text}</p>
      <p>{words.ask(programme.contact.email)}</p>
      <p>{words.version(programme.version, programme.hash.slice(0, 12))}</p>
    </AboutPage>
  )
}
