import { programmeZone } from '../programmes/programme.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { findDepartment } from '../businesses/geography.ts'
import type { Result } from '../diagnostics/result.ts'
import type { Beside } from '../diagnostics/site-result.view.tsx'
import type { Peers } from './edition.ts'
import { levelOf, positionIn, type Comparison } from './peers.ts'
import { depthOf, standingAt } from './place.ts'
import { texts } from './texts.ts'
import { editionUrls } from './urls.ts'

type BesideProps = { page: PageContext; token: string; result: Result; comparison: Comparison }

/** What stands with the axes of a result: the middle half of shops alike, who they are, and the way to the rest. */
export function besideAxes(props: BesideProps): Beside {
  return { others: othersOf(props), note: <PeersNote {...props} /> }
}

function othersOf({ page, result, comparison: { peers } }: BesideProps): Beside['others'] {
  const { you } = texts[page.language].peers
  return new Map(
    result.axes.flatMap((score) => {
      const quartiles = peers?.figures.axes[score.axis]
      if (!quartiles || score.points.every(({ of }) => of === 0)) return []
      const { low, high } = quartiles
      const sentence = score.kind === 'score' ? you[positionIn(score, quartiles)] : ''
      return [[score.axis, { low, high, sentence }] as const]
    }),
  )
}

function PeersNote({ page, token, comparison }: BesideProps) {
  const words = texts[page.language].peers
  const { peers } = comparison
  return (
    <>
      <h3>{words.title}</h3>
      <p>
        {peers ? whoWords(page, { ...comparison, peers }) : words.empty}{' '}
        <a href={editionUrls.compare(token)}>{peers ? words.compare : words.published}</a>
      </p>
    </>
  )
}

/** The same for a document; null before the first edition. */
export function peersWords(
  page: PageContext,
  { place, peers }: Comparison,
): { title: string; who: string } | null {
  return peers && { title: texts[page.language].peers.title, who: whoWords(page, { place, peers }) }
}

/** Whom one is compared with: how many, how alike, whether that is wider than wished, and since when. */
export function whoWords({ language }: PageContext, { place, peers }: Comparison & { peers: Peers }): string {
  const words = texts[language].peers
  const level = levelOf(peers.place)
  const { department } = standingAt(peers.place)
  const name = department === null ? '' : (findDepartment(department)?.name ?? department)
  const isWider = depthOf(place) > depthOf(peers.place)
  return [
    words.who(formatNumber(peers.businesses, language), words.level[level](name)),
    ...(isWider ? [words.coarser[level]] : []),
    words.edition(formatDate(peers.madeAt, programmeZone, language)),
  ].join(' ')
}
