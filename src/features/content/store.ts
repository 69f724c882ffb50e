import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { OptionId, QuestionId } from '../programmes/option.ts'
import { mergeIds, type ReleaseIds } from './release-ids.ts'

type Listed = { version: string; question: QuestionId; options: OptionId[] }

/** The ids of every content of this programme that this database ever served, one list a version. */
export async function listServedIds(reader: Reader, slug: string): Promise<ReleaseIds[]> {
  const rows = await ask<Listed>(
    reader,
    sql`
      select release.version, question->>'id' as question, array_agg(distinct option->>'id') as options
      from releases release,
        jsonb_array_elements(release.content->'profile' || (release.content->'questions')) question,
        jsonb_array_elements(question->'options') option
      where release.programme = ${slug}
      group by release.version, question->>'id'
      order by release.version, question->>'id'`,
  )
  return mergeIds(
    rows.map(({ version, question, options }) => ({ version, questions: { [question]: options } })),
  )
}
