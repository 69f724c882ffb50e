/** The edition of a country: counted, compared and frozen over two hundred thousand diagnostics. */
import { systemClock } from '../src/core/clock.ts'
import { connect } from '../src/core/db.ts'
import { makeEdition } from '../src/features/editions/make-edition.ts'
import { alone, quickPace, type Figure } from './harness.ts'
import { makePlausibleDiagnostics } from './plausible-diagnostics.ts'
import { settle, type Bench } from './town.ts'

const usual = 200_000
const quick = 5_000

/** One round: the first edition of a database is the one that reads everything, and it is long. */
export async function edition({ pace, emptyDatabase }: Bench): Promise<Figure[]> {
  const count = pace === quickPace ? quick : usual
  const url = await emptyDatabase()
  const { programme, seconds: filling } = await makePlausibleDiagnostics(url, count)
  await settle(url)
  const db = connect({ url })
  const began = performance.now()
  const outcome = await makeEdition(db, systemClock, { programme })
  const seconds = (performance.now() - began) / 1000
  await db.destroy()
  if (outcome.kind !== 'made') throw new Error(`no edition was made: ${outcome.kind}`)
  const { businesses } = outcome.edition
  const note = `${businesses.toLocaleString('en')} businesses counted, ${outcome.cells.toLocaleString('en')} cells of ten or more; one round`
  return [
    alone({ name: 'edition', value: seconds, unit: 's', goal: { of: 'value', atMost: 30 }, note }),
    alone({
      name: 'plausible diagnostics made',
      value: filling,
      unit: 's',
      goal: { of: 'value', atMost: 60 },
      note: `${count.toLocaleString('en')} businesses with a finished diagnostic, by COPY and three statements`,
    }),
  ]
}
