import { AxisChange } from '../../ui/axis-change.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import type { Comparison } from './compare.ts'
import { axisBar } from './site-result.view.tsx'
import { texts } from './texts.ts'
import { diagnosticUrls } from './urls.ts'

/** A result beside the one that its run took up again, each with its day. */
export type Change = { comparison: Comparison; before: Date; after: Date }

type ChangeProps = { page: PageContext; programme: Programme; change: Change }

/** What has moved since the last time, and what the comparison had to leave out. */
export function ChangeSection({ page, programme, change }: ChangeProps) {
  const { language } = page
  const { axes, isRecomputed, lost } = change.comparison
  const words = texts[language].again
  const day = (moment: Date) => formatDate(moment, programmeZone, language)
  const moves = axes.map(({ before, after, way }) => {
    const [old, now] = [axisBar(page, programme, before), axisBar(page, programme, after)]
    return { label: now.label, before: old.range, after: now.range, sentence: words.ways[way] }
  })
  return (
    <section class="stack">
      <h2>{words.change}</h2>
      {isRecomputed && <p>{words.recomputed}</p>}
      {lost > 0 && <p>{words.lost(formatNumber(lost, language), lost > 1)}</p>}
      <AxisChange
        language={language}
        caption={words.change}
        moments={{ before: day(change.before), after: day(change.after) }}
        axes={moves}
        hasStripes={false}
      />
    </section>
  )
}

/** The way to take stock again, some months later. */
export function AgainSection({ page, token }: { page: PageContext; token: string }) {
  const words = texts[page.language].again
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      <form method="post" action={diagnosticUrls.again(token)}>
        <Button kind="plain">{words.button}</Button>
      </form>
    </section>
  )
}
