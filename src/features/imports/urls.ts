/** Addresses of the lists that operators import. */
const root = '/equipe/listes'

export const listUrls = {
  lists: root,
  filePattern: `${root}/fichier/:id`,
  runPattern: `${root}/import/:id`,
  reportPattern: `${root}/import/:id/rapport.csv`,
  importPattern: `${root}/import/:id/importer`,
  cancelPattern: `${root}/import/:id/arreter`,
  undoPattern: `${root}/import/:id/annuler`,
  matches: `${root}/a-rapprocher`,
  matchPattern: `${root}/a-rapprocher/:id`,
  unsettlePattern: `${root}/a-rapprocher/:id/reprendre`,
} as const

export function fileUrl(id: string, source: string, sheet: number | null): string {
  const query = new URLSearchParams({ source, ...(sheet !== null && { feuille: String(sheet + 1) }) })
  return `${root}/fichier/${id}?${query.toString()}`
}

export function runUrl(id: string): string {
  return `${root}/import/${id}`
}

/** The rows of a run after this line on, of one outcome or of all. */
export function rowsAfter(id: string, line: number, outcome: string | null): string {
  const query = new URLSearchParams({ apres: String(line), ...(outcome !== null && { resultat: outcome }) })
  return `${runUrl(id)}?${query.toString()}`
}

export function rowsOf(id: string, outcome: string): string {
  return `${runUrl(id)}?resultat=${outcome}`
}

export function matchUrl(id: string): string {
  return `${root}/a-rapprocher/${id}`
}

export function matchesAfter(id: string): string {
  return `${root}/a-rapprocher?apres=${id}`
}
