/** Which of the languages people get: their own choice, else what their browser asks for, else French. */

export type Language = 'fr' | 'en'
export const languages: readonly Language[] = ['fr', 'en']
export const languageCookie = 'langue'

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** @param acceptLanguage the header of RFC 9110 §12.5.4, with its weights. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  if (isLanguage(chosen)) return chosen
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  const found = wished.find(({ language }) => isLanguage(language))?.language
  return isLanguage(found) ? found : 'fr'
}
