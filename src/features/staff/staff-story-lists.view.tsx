/** What lists say of a business, and how to reach it. */
import { Facts } from '../../ui/definition.tsx'
import { formatDate } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Tag } from '../../ui/tag.tsx'
import { listingTitle } from '../imports/listing.ts'
import type { Story } from './story.ts'
import { texts } from './texts.ts'

type PartProps = Pick<PageContext, 'language'> & { story: Story; zone: string }

export function Listings({ language, story, zone }: PartProps) {
  const words = texts[language].story
  return (
    <>
      <h2>{words.listings}</h2>
      <ul>
        {story.listings.map(({ id, source, saidAt, said }) => {
          const { name, address } = listingTitle(said)
          const told = [name, address, said.openingHours].filter((part) => part !== null && part !== '')
          return (
            <li key={id}>
              {told.join(', ')} ({words.contactFrom(source, formatDate(saidAt, zone, language))})
            </li>
          )
        })}
      </ul>
    </>
  )
}

export function Contacts({ language, story, zone }: PartProps) {
  const words = texts[language].story
  const facts = story.contacts.map(({ kind, value, source, collectedAt, opposedAt }) => ({
    term: words.contactKinds[kind],
    value: (
      <>
        {value}
        {opposedAt && <Tag kind="warning">{words.opposed}</Tag>}
        <br />
        {words.contactFrom(source, formatDate(collectedAt, zone, language))}
      </>
    ),
  }))
  return (
    <>
      <h2>{words.contacts}</h2>
      <Facts facts={facts} />
    </>
  )
}
