/** Addresses of calls. */
export const callUrls = {
  list: '/equipe/appels',
  notePattern: '/equipe/commerces/:id/appels',
  liftPattern: '/equipe/commerces/:id/recontacter',
  note: (businessId: string) => `/equipe/commerces/${businessId}/appels`,
  lift: (businessId: string) => `/equipe/commerces/${businessId}/recontacter`,
} as const
