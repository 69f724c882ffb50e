/** Addresses of lists, tags and segments. */
export const listUrls = {
  list: '/equipe/commerces',
  file: '/equipe/commerces.csv',
  tagList: '/equipe/etiqueter',
  undoPattern: '/equipe/etiquetages/:id/annuler',
  tagsPattern: '/equipe/commerces/:id/etiquettes',
  untagPattern: '/equipe/commerces/:id/etiquettes/retirer',
  segments: '/equipe/segments',
  newSegment: '/equipe/segments/nouveau',
  segmentPattern: '/equipe/segments/:id',
  deletePattern: '/equipe/segments/:id/supprimer',
  business: (id: string) => `/equipe/commerces/${id}`,
  tags: (businessId: string) => `/equipe/commerces/${businessId}/etiquettes`,
  untag: (businessId: string) => `/equipe/commerces/${businessId}/etiquettes/retirer`,
  undo: (taggingId: string) => `/equipe/etiquetages/${taggingId}/annuler`,
  segment: (id: string) => `/equipe/segments/${id}`,
  deleteSegment: (id: string) => `/equipe/segments/${id}/supprimer`,
} as const

/** An address with its query; nothing after it when there is nothing to ask. */
export function withQuery(url: string, query: string): string {
  return query === '' ? url : `${url}?${query}`
}
