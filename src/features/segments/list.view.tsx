import { ButtonLink, ButtonRow } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { entryUrls } from '../entries/urls.ts'
import type { Relay } from '../relays/relay.ts'
import { askFor, orders, queryOf, type Asked, type Order, type Understood } from './asked.ts'
import { Filters, UnclearFilters } from './filters.view.tsx'
import { BusinessTable } from './list-table.view.tsx'
import type { Listed } from './listed.ts'
import { anyBusiness, fieldsSaid, type RuleField } from './rule.ts'
import { sayRule } from './say-rule.ts'
import { Tagged } from './tag.view.tsx'
import type { Tagging } from './tag.ts'
import { texts } from './texts.ts'
import { listUrls, withQuery } from './urls.ts'

export type ListProps = {
  page: PageContext
  asked: Asked
  order: Order
  understood: Understood
  rows: readonly Listed[]
  /** More come after these. */
  hasMore: boolean
  /** Of the whole list, when it was asked for. */
  total: number | null
  /** Filters without which, one at a time, somebody would be found; only when nobody is. */
  looser: readonly RuleField[]
  tags: readonly string[]
  /** What was just done to a list. */
  tagging: Tagging | null
  /** Whose businesses; null: everybody's. */
  relay: Relay | null
}

/** The businesses that the filters mean. */
export function BusinessesPage(props: ListProps) {
  const { page, asked, understood, tags, tagging, relay } = props
  const { language } = page
  const words = texts[language]
  const isUnclear = understood.unclear.length > 0
  return (
    <StaffPage page={page} title={words.title} context={<Beside {...props} />}>
      <h1>{words.title}</h1>
      {relay && <p class="lead">{words.ofRelay(relay.name)}</p>}
      {tagging && <Tagged language={language} tagging={tagging} />}
      {isUnclear && <UnclearFilters {...{ language, asked, unclear: understood.unclear }} />}
      <Filters {...{ language, asked, tags }} />
      {!isUnclear && <Found {...props} />}
    </StaffPage>
  )
}

function Found(props: ListProps) {
  const { page, asked, order, understood, rows, hasMore, total } = props
  const { language } = page
  const words = texts[language].list
  if (rows.length === 0) return <Nobody {...props} />
  const mayCount = hasMore && total === null && order !== 'best'
  return (
    <>
      <p>
        {sayRule(understood.rule, language)}. {howMany(props)}{' '}
        {mayCount && <a href={listUrl({ ...asked, apres: null, compte: '1' })}>{words.count}</a>}
      </p>
      <Orders {...props} />
      <BusinessTable language={language} caption={words.caption} rows={rows} />
      <Paging {...props} />
    </>
  )
}

const listUrl = (asked: Partial<Asked>) => withQuery(listUrls.list, queryOf(asked))

function howMany({ page: { language }, asked, order, rows, hasMore, total }: ListProps): string {
  const words = texts[language].list
  if (total !== null) return words.counted(total)
  if (order === 'best' && hasMore) return words.best(rows.length)
  if (hasMore) return words.page(rows.length)
  return asked.apres === null ? words.all(rows.length) : words.rest(rows.length)
}

/** Nobody: which filter is one too many, or that the register is empty, or that the list ends here. */
function Nobody({ page: { language }, asked, understood, looser }: ListProps) {
  const words = texts[language].none
  if (asked.apres !== null) {
    return (
      <Empty title={words.end}>
        <p>
          <a href={listUrl({ ...asked, apres: null })}>{texts[language].list.first}</a>
        </p>
      </Empty>
    )
  }
  const isEmpty = fieldsSaid(understood.rule).length === 0
  const without = (field: RuleField) =>
    listUrl({ ...askFor({ ...understood.rule, [field]: anyBusiness[field] }), relais: asked.relais })
  return (
    <Empty title={isEmpty ? words.empty : words.title}>
      {!isEmpty && <p>{sayRule(understood.rule, language)}.</p>}
      {looser.length > 0 && <p>{words.loosen}</p>}
      {looser.length === 0 && fieldsSaid(understood.rule).length > 1 && <p>{words.several}</p>}
      <ul class="choices">
        {looser.map((field) => (
          <li key={field}>
            <a href={without(field)}>{words.without(words.fields[field])}</a>
          </li>
        ))}
      </ul>
      <p>{isEmpty ? words.emptyText : words.text}</p>
    </Empty>
  )
}

/** The orders that there are, the one in use in plain words. */
function Orders({ page: { language }, asked, order }: ListProps) {
  const words = texts[language].list
  const offered = orders.filter((one) => one !== 'best' || asked.q !== '')
  return (
    <p class="list-orders">
      <span>{words.order}</span>
      {offered.map((one) =>
        one === order ? (
          <strong key={one}>{words.orders[one]}</strong>
        ) : (
          <a key={one} href={listUrl({ ...asked, apres: null, compte: null, tri: one })}>
            {words.orders[one]}
          </a>
        ),
      )}
    </p>
  )
}

/** By the last row of the page: quick in a register of millions, where page numbers are not. */
function Paging({ page: { language }, asked, order, rows, hasMore }: ListProps) {
  const words = texts[language].list
  const last = rows.at(-1)
  if (order === 'best')
    return hasMore ? (
      <ButtonLink href={listUrl({ ...asked, tri: 'name' })} kind="plain">
        {words.whole}
      </ButtonLink>
    ) : null
  return (
    <ButtonRow>
      {asked.apres !== null && (
        <ButtonLink href={listUrl({ ...asked, apres: null })} kind="plain">
          {words.first}
        </ButtonLink>
      )}
      {hasMore && last && (
        <ButtonLink href={listUrl({ ...asked, compte: null, apres: last.siret + last.key })} kind="plain">
          {words.next}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

/** What can be done with the whole list, which is a list only in an order that holds everybody. */
function Beside({ page: { language }, asked, order, rows, understood }: ListProps) {
  const words = texts[language].list
  const isWhole = order !== 'best' && rows.length > 0 && understood.unclear.length === 0
  const query = queryOf({ ...asked, apres: null, compte: null })
  const relay = queryOf({ relais: asked.relais })
  return (
    <>
      {isWhole && (
        <>
          <h2>{words.acts}</h2>
          <ul>
            <li>
              <a href={withQuery(listUrls.file, query)}>{words.file}</a>
            </li>
            <li>
              <a href={withQuery(listUrls.tagList, query)}>{words.tagAll}</a>
            </li>
            <li>
              <a href={withQuery(listUrls.newSegment, query)}>{words.keep}</a>
            </li>
          </ul>
        </>
      )}
      <p>
        <a href={withQuery(listUrls.segments, relay)}>{words.segments}</a>
      </p>
      <p>
        <a href={entryUrls.paper}>{words.paper}</a>
      </p>
      <p>{words.about}</p>
    </>
  )
}
