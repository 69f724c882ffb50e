import { programmeZone } from '../programmes/programme.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Figure, FigureRow } from '../../ui/definition.tsx'
import { formatDateTime, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Actor } from '../accounts/person.ts'
import { editionUrls } from '../editions/urls.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { texts as indicatorTexts } from '../indicators/texts.ts'
import { mayRunRelays, type Relay } from '../relays/relay.ts'
import { relayUrls } from '../relays/urls.ts'
import { mayOpen } from './permission.ts'
import { texts } from './texts.ts'
import { staffUrls } from './urls.ts'

type IndicatorsProps = {
  page: PageContext
  actor: Actor
  indicators: readonly Indicator[]
  /** Whose figures; null: the whole programme's. */
  relay: Relay | null
}

/** The honest counters: each figure carries its definition. */
export function IndicatorsPage({ page, actor, indicators, relay }: IndicatorsProps) {
  const { language } = page
  const words = texts[language].indicators
  const told = indicatorTexts[language]
  const [first] = indicators
  const columns = words.columns.map((heading, index) => ({ heading, numeric: index === 1 }))
  const rows = indicators.map(({ id, value, unit }) => [
    told.indicators[id].label(value),
    formatNumber(value, language),
    told.unit[unit](value),
  ])
  return (
    <StaffPage page={page} title={words.title} context={<Reading page={page} actor={actor} />}>
      <h1>{words.title}</h1>
      {relay && <p class="lead">{words.ofRelay(relay.name)}</p>}
      {first && <p>{words.asOf(formatDateTime(first.asOf, { zone: programmeZone, language }))}</p>}
      <FigureRow>
        {indicators.map(({ id, value }) => (
          <Figure
            key={id}
            language={language}
            value={formatNumber(value, language)}
            label={told.indicators[id].label(value)}
            definition={told.indicators[id].definition}
          />
        ))}
      </FigureRow>
      <Table caption={words.caption} columns={columns} rows={rows} />
    </StaffPage>
  )
}

function Reading({ page: { language }, actor }: { page: PageContext; actor: Actor }) {
  const words = texts[language].indicators
  const links = [
    { href: staffUrls.imports, label: words.imports, isOpen: mayOpen(actor, 'imports') },
    { href: editionUrls.staff, label: words.editions, isOpen: true },
    { href: relayUrls.list, label: words.relays, isOpen: mayRunRelays(actor) },
    { href: relayUrls.relay(actor.relayId ?? ''), label: words.ownRelay, isOpen: actor.relayId !== null },
    { href: staffUrls.members, label: words.members, isOpen: mayOpen(actor, 'members') },
    { href: staffUrls.content, label: words.content, isOpen: mayOpen(actor, 'content') },
  ].filter(({ isOpen }) => isOpen)
  return (
    <>
      <h2>{words.rules}</h2>
      {words.rule.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      {links.length > 0 && <h2>{words.more}</h2>}
      {links.map(({ href, label }) => (
        <p key={href}>
          <a href={href}>{label}</a>
        </p>
      ))}
    </>
  )
}

/** For a member of staff whose role does not open this page. */
export function ForbiddenPage({ page, actor }: { page: PageContext; actor: Actor }) {
  const words = texts[page.language].forbidden
  return (
    <StaffPage page={page} title={words.title}>
      <h1>{words.title}</h1>
      {actor.role && <p>{words.reason(texts[page.language].roles[actor.role])}</p>}
      <p>{words.next}</p>
      <ButtonLink href={staffUrls.home} kind="plain">
        {words.home}
      </ButtonLink>
    </StaffPage>
  )
}
