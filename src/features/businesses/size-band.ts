/** How many employees, in the bands of Insee (tranche d'effectif): from and to, both included. */

export type SizeBand = { from: number; to: number | null }

const bands: Readonly<Record<string, SizeBand>> = {
  '00': { from: 0, to: 0 },
  '01': { from: 1, to: 2 },
  '02': { from: 3, to: 5 },
  '03': { from: 6, to: 9 },
  '11': { from: 10, to: 19 },
  '12': { from: 20, to: 49 },
  '21': { from: 50, to: 99 },
  '22': { from: 100, to: 199 },
  '31': { from: 200, to: 249 },
  '32': { from: 250, to: 499 },
  '41': { from: 500, to: 999 },
  '42': { from: 1000, to: 1999 },
  '51': { from: 2000, to: 4999 },
  '52': { from: 5000, to: 9999 },
  '53': { from: 10_000, to: null },
}

/** A code of Insee, or null for what means unknown: empty, `NN` (not an employer, or not said), a stray `99`. */
export function parseSizeBand(written: string): string | null {
  const code = written.trim()
  return code in bands ? code : null
}

export function findSizeBand(code: string | null): SizeBand | null {
  return (code === null ? undefined : bands[code]) ?? null
}
