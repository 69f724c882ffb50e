/** What was noticed in a cell: what stood there, and what became of it. */

export type NoteCode =
  | 'siret.destroyed'
  | 'siret.not-one'
  | 'siret.rebuilt'
  | 'postal.zero'
  | 'postal.cedex'
  | 'postal.insee'
  | 'postal.unknown'
  | 'commune.unknown'
  | 'email.several'
  | 'email.website'
  | 'email.invalid'
  | 'phone.several'
  | 'phone.zero'
  | 'phone.invalid'
  | 'website.several'
  | 'website.email'
  | 'website.invalid'
  | 'activity.unknown'
  | 'point.unreadable'
  | 'point.unsure'
  | 'hours.read'
  | 'text.cut'
  | 'row.same-key'
  | 'row.same-shop'

/** `after` is null when nothing of it could be used. */
export type Note = { code: NoteCode; column: string; before: string; after: string | null }

export type RefusalCode =
  | 'siret.checksum'
  | 'name.missing'
  | 'establishment.closed'
  | 'line.columns'
  | 'line.too-long'
  | 'line.quote'

const longestShown = 200

/** What a cell held, short enough for a list. */
export function shownCell(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
}
