import type { Language } from '../core/language.ts'

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
}

/** Chooses between two words as a language counts: French says one of nought and of one and a half, too. */
export function pluralIn(language: Language) {
  return (count: number, one: string, many: string): string =>
    rules[language].select(count) === 'one' ? one : many
}
