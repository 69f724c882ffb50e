import { checkCondition, checkOption, checkUnique, type Questions } from './check-references.ts'
import type { DiiPoint } from './crosswalk.ts'
import type { Parts, Report } from './parts.ts'
import { DONT_KNOW } from './question.ts'

const DII_POINTS = 12

/** The questions of the European maturity assessment, and how many rows each has. */
const DMA_ROWS: Readonly<Record<number, number>> = {
  1: 10,
  2: 10,
  3: 10,
  4: 7,
  5: 7,
  6: 8,
  7: 8,
  8: 6,
  9: 5,
  10: 10,
  11: 5,
}

/** Reports a crosswalk that leaves a point out, counts one twice, or reads it from what is not asked. */
export function checkCrosswalk({ crosswalk }: Parts, questions: Questions, report: Report): void {
  const { file, value } = crosswalk
  const { points } = value.dii
  const numbers = points.map(({ point }, i) => ({
    id: `${point}`,
    at: { file, path: ['dii', 'points', i, 'point'] },
  }))
  checkUnique(numbers, 'point', report)
  for (let point = 1; point <= DII_POINTS; point++) {
    if (!points.some((entry) => entry.point === point))
      report(file, ['dii', 'points'], `point ${point} is missing`)
  }
  for (const [i, point] of points.entries())
    checkPoint(point, { file, path: ['dii', 'points', i] }, { questions, report })
  checkRows({ file, dma: value.dma }, questions, report)
}

type Means = { questions: Questions; report: Report }

function checkPoint(point: DiiPoint, at: { file: string; path: (string | number)[] }, means: Means): void {
  const { questions, report } = means
  const question = questions.get(point.question)
  if (question?.kind !== 'item')
    return report(at.file, [...at.path, 'question'], `there is no item "${point.question}"`)
  for (const key of ['sure', 'possible'] as const) {
    const path = [...at.path, key]
    for (const option of point[key]) checkOption(question, option, { file: at.file, path }, report)
  }
  const both = point.sure.filter((option) => point.possible.includes(option))
  for (const option of both) report(at.file, [...at.path, 'possible'], `"${option}" is sure already`)
  if (!point.possible.includes(DONT_KNOW))
    report(at.file, [...at.path, 'possible'], `"${DONT_KNOW}" leaves the point open`)
  const path = [...at.path, 'requires']
  if (point.requires) checkCondition(point.requires, questions, { file: at.file, path }, report)
}

type Dma = { file: string; dma: Parts['crosswalk']['value']['dma'] }

function checkRows({ file, dma }: Dma, questions: Questions, report: Report): void {
  const spots = (key: 'covered' | 'notCovered') =>
    dma[key].map(({ row }, i) => ({ id: row, at: { file, path: ['dma', key, i, 'row'] } }))
  const rows = [...spots('covered'), ...spots('notCovered')]
  checkUnique(rows, 'row', report)
  for (const { id, at } of rows) {
    const [question = 0, row = 1] = id.slice(1).split('.').map(Number)
    const most = DMA_ROWS[question] ?? 0
    if (row < 1 || row > most) report(at.file, at.path, `the assessment has no row ${id}`)
  }
  checkComplete(file, new Set(rows.map(({ id }) => id)), report)
  for (const [i, row] of dma.covered.entries()) {
    for (const id of row.questions) {
      if (questions.get(id)?.kind !== 'item')
        report(file, ['dma', 'covered', i, 'questions'], `there is no item "${id}"`)
    }
  }
}

/** Each row is told to be covered or not; a bare "Q4" speaks for the rows of its question that are not named. */
function checkComplete(file: string, told: ReadonlySet<string>, report: Report): void {
  for (const [question, count] of Object.entries(DMA_ROWS)) {
    if (told.has(`Q${question}`)) continue
    const rows = Array.from({ length: count }, (_, i) => `Q${question}.${i + 1}`)
    const missing = rows.filter((row) => !told.has(row))
    if (missing.length > 0)
      report(file, ['dma', 'notCovered'], `say whether these are covered: ${missing.join(', ')}`)
  }
}
