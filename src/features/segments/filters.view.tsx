import type { Language } from '../../core/language.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField, type Choice } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatSector } from '../businesses/sector.ts'
import { filterNames, queryOf, type Asked, type Unclear } from './asked.ts'
import { contacts, sizeNames } from './rule.ts'
import { steps } from './step.ts'
import { texts } from './texts.ts'
import { listUrls, withQuery } from './urls.ts'

type FiltersProps = {
  language: Language
  asked: Asked
  /** In use already, to choose from. */
  tags: readonly string[]
}

/** One field, and the others folded under it until they are wanted. */
export function Filters({ language, asked, tags }: FiltersProps) {
  const words = texts[language].filters
  const set = filterNames.filter((name) => name !== 'q' && asked[name] !== null && asked[name] !== '')
  const relay = asked.relais === null ? {} : { relais: asked.relais }
  return (
    <form class="list-filters" method="get" action={listUrls.list}>
      <Kept asked={{ relais: asked.relais, tri: asked.tri === 'best' ? null : asked.tri }} />
      <div class="search">
        <TextField
          {...{ language, name: 'q', type: 'search', label: words.words, hint: words.wordsHint }}
          value={asked.q}
          maxLength={100}
        />
        <Button>{words.submit}</Button>
      </div>
      <details>
        <summary>{set.length === 0 ? words.more : words.moreSet(set.length)}</summary>
        <Fields language={language} asked={asked} tags={tags} />
      </details>
      {(set.length > 0 || asked.q !== '') && (
        <p>
          <a href={withQuery(listUrls.list, queryOf(relay))}>{words.clear}</a>
        </p>
      )}
    </form>
  )
}

function Fields({ language, asked, tags }: FiltersProps) {
  const { filters: words, sizes, steps: stepWords, contacts: contactWords } = texts[language]
  const tagChoices = [...new Set([...tags, ...(asked.etiquette === '' ? [] : [asked.etiquette])])]
  const select = (name: 'effectif' | 'etape' | 'contact' | 'etiquette', label: string, choices: Choice[]) => (
    <SelectField {...{ language, name, label, choices, empty: words.any, value: asked[name] ?? '' }} />
  )
  return (
    <div class="filter-fields">
      <TextField
        {...{ language, name: 'ville', label: words.place, hint: words.placeHint, optional: true }}
        value={asked.ville}
        maxLength={80}
      />
      <TextField
        {...{ language, name: 'activite', label: words.sector, hint: words.sectorHint, optional: true }}
        value={asked.activite}
        maxLength={120}
      />
      {select('effectif', words.size, choicesOf(sizeNames, sizes))}
      {select('etape', words.step, choicesOf(steps, stepWords))}
      {select('contact', words.contact, choicesOf(contacts, contactWords))}
      {tagChoices.length > 0 &&
        select(
          'etiquette',
          words.tag,
          tagChoices.map((tag) => ({ value: tag, label: tag })),
        )}
    </div>
  )
}

function choicesOf<T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): Choice[] {
  return values.map((value) => ({ value, label: labels[value] }))
}

/** What a form carries along unseen. */
export function Kept({ asked }: { asked: Partial<Asked> }) {
  const entries = Object.entries(asked).filter(([, value]) => value !== null && value !== '')
  return (
    <>
      {entries.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
    </>
  )
}

/** More than this is no choice any more. */
const mostChoices = 20

/** What could not be understood, each with what it may mean, one tap away. */
export function UnclearFilters({
  language,
  asked,
  unclear,
}: Pick<FiltersProps, 'language' | 'asked'> & { unclear: readonly Unclear[] }) {
  const words = texts[language].unclear
  return (
    <Notice language={language} kind="warning" title={words.title}>
      {unclear.map((one) => (
        <div key={one.field}>
          <p>{question(language, one, asked[one.field])}</p>
          {one.kind === 'unknown' && one.choices.length > 0 && <p>{words.like}</p>}
          <ul class="choices">
            {one.choices.slice(0, mostChoices).map((choice) => (
              <li key={choice.typed}>
                <a
                  href={withQuery(
                    listUrls.list,
                    queryOf({ ...asked, apres: null, [one.field]: choice.typed }),
                  )}
                >
                  {choiceWords(language, choice)}
                </a>
              </li>
            ))}
          </ul>
          {one.choices.length > mostChoices && <p>{words.more(one.choices.length - mostChoices)}</p>}
        </div>
      ))}
    </Notice>
  )
}

function question(language: Language, { field, kind }: Unclear, typed: string): string {
  const words = texts[language].unclear
  if (kind === 'ambiguous') return words.ambiguous(typed)
  if (field === 'ville') return words.placeUnknown(typed)
  return field === 'activite' ? words.sectorUnknown(typed) : words.tagUnknown(typed)
}

function choiceWords(language: Language, { typed, place, sector }: Unclear['choices'][number]): string {
  if (sector) return `${sector.label} (${formatSector(sector.code)})`
  return place && place.inside !== '' ? texts[language].unclear.department(place.name, place.inside) : typed
}
