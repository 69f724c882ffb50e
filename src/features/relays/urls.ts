/** Addresses of relays. */
export const relayUrls = {
  list: '/equipe/relais',
  relayPattern: '/equipe/relais/:id',
  givenPattern: '/equipe/relais/:id/commerces',
  relay: (id: string) => `/equipe/relais/${id}`,
  given: (id: string) => `/equipe/relais/${id}/commerces`,
} as const
