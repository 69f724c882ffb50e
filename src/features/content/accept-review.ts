import { writeContent } from '../../core/content.ts'
import { withIdsOf } from './release-ids.ts'
import type { Review } from './review-programme.ts'

const byMachine = 'Written by `npm run content:check -- --accept`, never by hand.'

/**
 * Keeps what a review found as what is wanted: the results of the invented shops, and the ids of the version
 * in hand. Both files are committed with the change that made them.
 */
export async function acceptReview(
  folder: string,
  { programme, results, listed }: Review,
): Promise<string[]> {
  const ids = `ids/${programme.version}.yaml`
  await writeContent(folder, 'personas.results.yaml', byMachine, { results })
  await writeContent(folder, ids, byMachine, withIdsOf(programme, listed))
  return ['personas.results.yaml', ids]
}
