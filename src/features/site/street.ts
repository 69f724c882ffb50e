import type { StreetWindow } from '../../ui/street.tsx'
import type { Counts } from '../indicators/indicator.ts'

/** What the street and its sentence are made of; the counts are those of the indicators. */
export type StreetFigures = { counts: Counts; windows: readonly StreetWindow[]; asOf: Date }
