import { AxisChange, type AxisMove } from '../../ui/axis-change.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Programme } from '../programmes/programme.ts'
import type { Difference } from './difference.ts'
import type { Effect } from './effect.ts'
import { texts } from './texts.ts'
import { titlesIn } from './titles.ts'

type EffectsProps = {
  page: PageContext
  published: Programme
  draft: Programme
  effects: readonly Effect[]
}

/** What the change does to the invented shops: all of them in a table, then each that changes, drawn. */
export function Effects(props: EffectsProps) {
  const { page, effects } = props
  const words = texts[page.language].preview
  const changed = effects.filter(({ differences }) => differences.length > 0)
  const firstDrawn = changed.find(({ differences }) => differences.some(({ kind }) => kind === 'score'))
  const say = (count: number) => formatNumber(count, page.language)
  if (effects.length === 0) return <p>{words.noShop}</p>
  return (
    <section class="stack">
      <h2>{words.effects}</h2>
      <p>{words.effectsText}</p>
      {changed.length === 0 ? (
        <p>{words.noEffect(say(effects.length))}</p>
      ) : (
        <>
          <p>{words.changed(say(changed.length), say(effects.length))}</p>
          <Summary page={page} changed={changed} />
          {changed.map((effect) => (
            <ChangedShop
              key={effect.persona.id}
              {...props}
              effect={effect}
              hasStripes={effect === firstDrawn}
            />
          ))}
        </>
      )}
    </section>
  )
}

function Summary({ page: { language }, changed }: { page: PageContext; changed: readonly Effect[] }) {
  const words = texts[language].preview
  const columns = words.effectColumns.map((heading, index) => ({ heading, numeric: index === 1 }))
  const rows = changed.map(({ persona, differences }) => {
    const count = (kind: Difference['kind']) => differences.filter((one) => one.kind === kind).length
    const [axes, gained, lost] = [count('score'), count('action-gained'), count('action-lost')]
    const say = (figure: number) => formatNumber(figure, language)
    const actions = gained + lost === 0 ? words.sameActions : words.actions(say(gained), say(lost))
    return [persona.name[language], say(axes), actions]
  })
  return <Table caption={words.effectsCaption} columns={columns} rows={rows} />
}

type ShopProps = EffectsProps & { effect: Effect; hasStripes: boolean }

/** One shop: what its plan gains and loses, in words; the axes that move, drawn. */
function ChangedShop({ page, published, draft, effect, hasStripes }: ShopProps) {
  const { language } = page
  const words = texts[language].preview
  const titles = titlesIn([published, draft], language)
  const name = effect.persona.name[language]
  const others = effect.differences.filter(({ kind }) => kind !== 'score')
  const axes = effect.differences.flatMap((one) =>
    one.kind === 'score' ? moveOf(page, one, titles.axes) : [],
  )
  return (
    <section class="stack">
      <h3>{name}</h3>
      {others.map((change, index) => (
        <Change key={index} page={page} change={change} titles={titles} />
      ))}
      {axes.length > 0 && (
        <AxisChange
          language={language}
          caption={words.axesOf(name)}
          moments={words.moments}
          axes={axes}
          hasStripes={hasStripes}
        />
      )}
    </section>
  )
}

type ChangeProps = { page: PageContext; change: Difference; titles: ReturnType<typeof titlesIn> }

/** What is not drawn, in words: an action that comes or goes carries a mark that the eye finds. */
function Change({ page: { language }, change, titles }: ChangeProps) {
  const { differ, preview: words } = texts[language]
  if (change.kind !== 'action-gained' && change.kind !== 'action-lost')
    return <p>{differ(change, titles.axes, titles.actions)}</p>
  const isGained = change.kind === 'action-gained'
  return (
    <p>
      <Tag kind={isGained ? 'done' : 'warning'}>{isGained ? words.gained : words.lost}</Tag>{' '}
      {titles.actions[change.action] ?? change.action}
    </p>
  )
}

type ScoreChange = Extract<Difference, { kind: 'score' }>

function moveOf(page: PageContext, change: ScoreChange, titles: Readonly<Record<string, string>>): AxisMove {
  return {
    label: titles[change.axis] ?? change.axis,
    before: rangeOf(change.before),
    after: rangeOf(change.after),
    sentence: moveWords(page, change),
  }
}

function rangeOf(ends: readonly number[] | null): AxisMove['before'] {
  return ends === null ? null : { low: ends[0] ?? 0, high: ends[1] ?? 0 }
}

function moveWords({ language }: PageContext, { before, after }: ScoreChange): string {
  const words = texts[language].preview
  if (before === null) return words.appears
  if (after === null) return words.disappears
  const [low, high] = [0, 1].map((end) => Math.sign((after[end] ?? 0) - (before[end] ?? 0)))
  if (low === 1 && high === 1) return words.rises
  return low === -1 && high === -1 ? words.falls : words.range
}
