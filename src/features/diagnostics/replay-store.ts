import { sql } from 'kysely'
import { ask, type Reader } from '../../core/db.ts'
import type { GivenAnswers } from './diagnostic.ts'
import type { Result } from './result.ts'
import { givenAggregate } from './store.ts'

/** A result as it was kept, and the answers that stood when it was made. */
export type KeptResult = {
  id: string
  releaseId: string
  engine: string
  result: Result
  given: GivenAnswers
}

const pageSize = 500

/** Every result ever kept, in pages read one after the other: as many as there are, in the same memory. */
export async function* eachKeptResult(reader: Reader): AsyncGenerator<KeptResult> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const page = await listKeptResults(reader, after)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.id
  }
}

function listKeptResults(reader: Reader, after: string): Promise<KeptResult[]> {
  return ask<KeptResult>(
    reader,
    sql`
      select snapshot.id, snapshot.release_id, snapshot.engine, snapshot.result, answers.given
      from snapshots snapshot cross join lateral (
        select ${givenAggregate} as given from answer_events event
        where event.diagnostic_id = snapshot.diagnostic_id and event.id <= snapshot.last_event_id) answers
      where snapshot.id > ${after}
      order by snapshot.id
      limit ${pageSize}`,
  )
}
