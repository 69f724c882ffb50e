/** Addresses of mailings for staff. */
export const mailingUrls = {
  list: '/equipe/envois',
  draft: '/equipe/envois/nouveau',
  addresses: '/equipe/envois/adresses',
  mailingPattern: '/equipe/envois/:id',
  changePattern: '/equipe/envois/:id/texte',
  previewPattern: '/equipe/envois/:id/apercu',
  framePattern: '/equipe/envois/:id/apercu/:language',
  testPattern: '/equipe/envois/:id/essai',
  sendPattern: '/equipe/envois/:id/partir',
  pausePattern: '/equipe/envois/:id/pause',
  resumePattern: '/equipe/envois/:id/reprendre',
  stopPattern: '/equipe/envois/:id/arreter',
  mailing: (id: string) => `/equipe/envois/${id}`,
  change: (id: string) => `/equipe/envois/${id}/texte`,
  preview: (id: string) => `/equipe/envois/${id}/apercu`,
  frame: (id: string, language: string) => `/equipe/envois/${id}/apercu/${language}`,
  test: (id: string) => `/equipe/envois/${id}/essai`,
  send: (id: string) => `/equipe/envois/${id}/partir`,
  pause: (id: string) => `/equipe/envois/${id}/pause`,
  resume: (id: string) => `/equipe/envois/${id}/reprendre`,
  stop: (id: string) => `/equipe/envois/${id}/arreter`,
} as const

/** The way out, by the secret of a mail: short, for it stands in every one. */
export const leaveUrls = {
  leavePattern: '/u/:token',
  choosePattern: '/u/:token/choix',
  leave: (token: string) => `/u/${token}`,
  choose: (token: string) => `/u/${token}/choix`,
} as const
