import { diagnosticUrls } from '../diagnostics/urls.ts'

export const editionUrls = {
  staff: '/equipe/editions',
  /** A result beside those of shops alike, theme by theme and question by question. */
  compare: (token: string) => `${diagnosticUrls.run(token)}/comparaison`,
} as const
