import { Button } from '../../ui/button.tsx'
import { RadioGroup, Tick, type Choice } from '../../ui/field.tsx'
import { formatMinutes } from '../../ui/format.ts'
import type { PageContext } from '../../ui/page-context.ts'
import {
  countWith,
  DATED_WITHIN_DAYS,
  isFiltered,
  lengthsOf,
  needsOf,
  type CatalogueFilter,
  type Stock,
} from './catalogue-filter.ts'
import { texts } from './texts.ts'
import { trainingUrls } from './urls.ts'

export type FilterProps = { page: PageContext; stock: Stock; filter: CatalogueFilter }

/** Folded, so that the trainings come first on a telephone; each choice says how many it leaves. */
export function CatalogueFilterForm(props: FilterProps) {
  const { page, filter } = props
  const words = texts[page.language].filter
  return (
    <details class="filters wide">
      <summary>{isFiltered(filter) ? words.change : words.open}</summary>
      <form method="get" action={trainingUrls.catalogue}>
        <ThemeChoice {...props} />
        <NeedChoice {...props} />
        <LengthChoice {...props} />
        <DateChoice {...props} />
        <p>
          <Button>{words.submit}</Button>
        </p>
      </form>
    </details>
  )
}

/** What is chosen, in the words of the form: `Gagner du temps, 1 heure au plus`. */
export function chosenWords({ page: { language }, stock, filter }: FilterProps): string {
  const words = texts[language].filter
  const { theme, need, minutes, hasDate } = filter
  const chosen = [
    stock.programme.axes.find(({ id }) => id === theme)?.title[language],
    needsOf(stock.programme).find(({ id }) => id === need)?.label[language],
    minutes === null ? undefined : words.atMost(formatMinutes(minutes, language)),
    hasDate ? words.hasDate(DATED_WITHIN_DAYS / 7) : undefined,
  ]
  return chosen.filter((words) => words !== undefined).join(', ')
}

/** The choice that asks for nothing comes first. */
function counted(
  { page, stock, filter }: FilterProps,
  options: readonly { value: string; label: string; change: Partial<CatalogueFilter> }[],
): Choice[] {
  const words = texts[page.language].filter
  return options.map(({ value, label, change }) => ({
    value,
    label: words.counted(label, countWith(stock, filter, change)),
  }))
}

function ThemeChoice(props: FilterProps) {
  const { language } = props.page
  const words = texts[language].filter
  const { axes, trainings } = props.stock.programme
  const used = axes.filter(({ id }) => trainings.some(({ axis }) => axis === id))
  const choices = counted(props, [
    { value: '', label: words.anyTheme, change: { theme: null } },
    ...used.map(({ id, title }) => ({ value: id, label: title[language], change: { theme: id } })),
  ])
  const value = props.filter.theme ?? ''
  return <RadioGroup language={language} name="theme" label={words.theme} choices={choices} value={value} />
}

function NeedChoice(props: FilterProps) {
  const { language } = props.page
  const words = texts[language].filter
  const needs = needsOf(props.stock.programme)
  if (needs.length === 0) return null
  const choices = counted(props, [
    { value: '', label: words.anyNeed, change: { need: null } },
    ...needs.map(({ id, label }) => ({ value: id, label: label[language], change: { need: id } })),
  ])
  const value = props.filter.need ?? ''
  return <RadioGroup language={language} name="besoin" label={words.need} choices={choices} value={value} />
}

function LengthChoice(props: FilterProps) {
  const { language } = props.page
  const words = texts[language].filter
  const lengths = lengthsOf(props.stock.programme)
  if (lengths.length === 0) return null
  const choices = counted(props, [
    { value: '', label: words.anyLength, change: { minutes: null } },
    ...lengths.map((minutes) => ({
      value: String(minutes),
      label: words.atMost(formatMinutes(minutes, language)),
      change: { minutes },
    })),
  ])
  const value = String(props.filter.minutes ?? '')
  return <RadioGroup language={language} name="duree" label={words.length} choices={choices} value={value} />
}

function DateChoice({ page: { language }, stock, filter }: FilterProps) {
  const words = texts[language].filter
  const count = countWith(stock, filter, { hasDate: true })
  const choice = { value: 'oui', label: words.counted(words.hasDate(DATED_WITHIN_DAYS / 7), count) }
  return (
    <fieldset class="field">
      <legend class="label">{words.date}</legend>
      <Tick type="checkbox" id="date" name="date" choice={choice} checked={filter.hasDate} />
    </fieldset>
  )
}
