import type { QuestionId } from '../programmes/option.ts'

/** Where changing an answer comes back to: the result, or the list of answers. */
export type ReturnTo = 'resultat' | 'reponses'

const run = (token: string) => `/diagnostic/${token}`

export const diagnosticUrls = {
  start: '/diagnostic',
  /** The same questions on two sheets, to print; the entries answer there. */
  paper: '/diagnostic/papier',
  run,
  question: (token: string, question: QuestionId, back?: ReturnTo) =>
    `${run(token)}/${question}${back ? `?retour=${back}` : ''}`,
  answers: (token: string) => `${run(token)}/reponses`,
  /** For the browser alone: what it needs to go on without a network, and where it sends what waited. */
  offline: (token: string) => `${run(token)}/hors-ligne`,
  finish: (token: string) => `${run(token)}/terminer`,
  again: (token: string) => `${run(token)}/refaire`,
  result: (token: string) => `${run(token)}/resultat`,
} as const
