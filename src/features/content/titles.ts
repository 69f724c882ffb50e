import type { Language } from '../../core/language.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Text } from '../programmes/text.ts'

type Titled = { id: string; title: Text }

/** How axes and actions are called, by id; what several contents name bears its last title. */
export function titlesIn(programmes: readonly Programme[], language: Language) {
  const titles = (list: readonly Titled[]) =>
    Object.fromEntries(list.map(({ id, title }) => [id, title[language]]))
  return {
    axes: titles(programmes.flatMap(({ axes }) => axes)),
    actions: titles(programmes.flatMap(({ actions }) => actions)),
  }
}
