import { attendanceFiguresUrl, attendanceUrl } from '../training-sessions/urls.ts'

/** Parts of the pages whose addresses training-sessions/urls.ts gives. */
export const attendanceUrls = {
  pagePattern: attendanceUrl(':id'),
  sheetPattern: `${attendanceUrl(':id')}/feuille.pdf`,
  tablePattern: `${attendanceUrl(':id')}/tableau.csv`,
  figuresTable: `${attendanceFiguresUrl}/tableau.csv`,
  sheet: (trainingSessionId: string) => `${attendanceUrl(trainingSessionId)}/feuille.pdf`,
  table: (trainingSessionId: string) => `${attendanceUrl(trainingSessionId)}/tableau.csv`,
} as const

type Saved = { at: Date; overtaken: readonly string[]; gone: readonly string[] }

/** More names than these are not told one by one. */
const mostNamed = 20

/** The page that says what was just saved: by its instant, so that a reload tells the same. */
export function savedUrl(trainingSessionId: string, { at, overtaken, gone }: Saved): string {
  const query = new URLSearchParams({ note: String(at.getTime()) })
  if (overtaken.length > 0) query.set('repris', overtaken.slice(0, mostNamed).join('.'))
  if (gone.length > 0) query.set('partis', gone.slice(0, mostNamed).join('.'))
  return `${attendanceUrl(trainingSessionId)}?${query.toString()}`
}

export type FiguresPeriod = { from: string; to: string }

/** @param address the page of figures, or its table */
export function figuresUrl(address: string, { from, to }: FiguresPeriod): string {
  return `${address}?${new URLSearchParams({ du: from, au: to }).toString()}`
}
