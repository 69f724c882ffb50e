import type { Language } from '../../core/language.ts'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { activityLabel } from '../businesses/activity.ts'
import { addressLine, nameOnDoor } from '../businesses/business.ts'
import { formatSiret } from '../businesses/siret.ts'
import type { Listed } from './listed.ts'
import { texts } from './texts.ts'
import { listUrls } from './urls.ts'

const kindOf = { register: 'plain', diagnosed: 'lit', plan: 'lit', booked: 'done', done: 'done' } as const

/** Businesses, a line each. */
export function BusinessTable({
  language,
  caption,
  rows,
}: {
  language: Language
  caption: string
  rows: readonly Listed[]
}) {
  const words = texts[language]
  const hasTags = rows.some(({ tags }) => tags.length > 0)
  const lines = rows.map((business) => [
    <a href={listUrls.business(business.id)}>{nameOnDoor(business)}</a>,
    business.activityCode && (activityLabel(business.activityCode) ?? business.activityCode),
    addressLine(business),
    formatSiret(business.siret),
    <>
      <Tag kind={kindOf[business.step]}>{words.steps[business.step]}</Tag>
      {business.isRefused && <Tag kind="warning">{words.list.refused}</Tag>}
    </>,
    ...(hasTags ? [business.tags.join(', ')] : []),
  ])
  const headings = hasTags ? words.list.columns : words.list.columns.slice(0, -1)
  const columns = headings.map((heading) => ({ heading }))
  return <Table caption={caption} columns={columns} rows={lines} captionUnseen />
}
