import { ContentError } from '../../core/content.ts'
import type { Reader } from '../../core/db.ts'
import type { Programme } from '../programmes/programme.ts'
import { effectsOf } from './effect.ts'
import type { Preview } from './preview.ts'
import { reviewProgramme } from './review-programme.ts'
import { listServedIds } from './store.ts'

/** `today` is a day, as 2026-11-16. */
export type PreviewRequest = { folder: string; published: Programme; today: string }

/**
 * Reads the folder as it lies there now, and says what would follow if a site started with it. Publishes
 * nothing. Ids that only this database has served count as those that the folder lists.
 */
export async function previewProgramme(
  reader: Reader,
  { folder, published, today }: PreviewRequest,
): Promise<Preview> {
  try {
    const served = await listServedIds(reader, published.slug)
    const { programme: draft, findings, personas } = await reviewProgramme(folder, today, served)
    return { kind: 'reviewed', draft, findings, effects: effectsOf(published, draft, personas) }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { kind: 'refused', problems: error.problems }
  }
}
