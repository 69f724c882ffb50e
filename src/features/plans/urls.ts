import { siteUrls } from '../../ui/urls.ts'
import { diagnosticUrls } from '../diagnostics/urls.ts'

/** The field of the what-if form: one a ticked action. */
export const TICKS = 'faire'

export const planUrls = {
  method: siteUrls.method,
  /** Every action that is not in the plan of this run, and why. */
  whyNot: (token: string) => `${diagnosticUrls.run(token)}/pourquoi-pas`,
  /** What these actions would change: an address that its owner may keep and share. */
  whatIf: (token: string, actions: readonly string[] = []) => {
    const ticks = actions.map((id) => `${TICKS}=${id}`).join('&')
    return `${diagnosticUrls.run(token)}/et-si${ticks === '' ? '' : `?${ticks}`}`
  },
  /** Where an owner says that an action is done, and takes it back. */
  done: (token: string, action: string) => `${diagnosticUrls.run(token)}/fait/${action}`,
  undo: (token: string, action: string) => `${diagnosticUrls.run(token)}/fait/${action}/annuler`,
  /** The page of a training, which then knows that a plan led to it. */
  training: (slug: string, token: string) => `${siteUrls.trainings}/${slug}?diagnostic=${token}`,
  paper: (token: string) => `${diagnosticUrls.run(token)}/mon-plan.pdf`,
  mail: (token: string) => `${diagnosticUrls.run(token)}/envoyer`,
  claim: (token: string) => `${diagnosticUrls.run(token)}/garder`,
  leave: (token: string) => `${diagnosticUrls.run(token)}/quitter`,
  /** The result, at the place where it is kept. */
  keep: (token: string, news?: 'envoye') =>
    `${diagnosticUrls.result(token)}${news ? `?nouvelle=${news}` : ''}#garder`,
} as const
