import { checkFileName, checkUnique, type Questions } from './check-references.ts'
import { orDidYouMean } from './nearest.ts'
import type { Filed, Parts, Report } from './parts.ts'
import type { Training } from './training.ts'

/** Reports trainings that cannot be addressed, followed in order, or checked afterwards. */
export function checkTrainings(parts: Parts, questions: Questions, report: Report): void {
  const byId = new Map(parts.trainings.map((part) => [part.value.id, part.value]))
  const spots = (key: 'id' | 'slug') =>
    parts.trainings.map(({ file, value }) => ({ id: value[key], at: { file, path: [key] } }))
  checkUnique(spots('id'), 'training', report)
  checkUnique(spots('slug'), 'address', report)
  for (const part of parts.trainings) {
    checkFileName(part, `${part.value.id}-${part.value.slug}`, report)
    checkBefore(part, byId, report)
    for (const [i, id] of part.value.items.entries()) {
      if (questions.get(id)?.kind === 'item') continue
      report(part.file, ['items', i], `there is no item "${id}"${orDidYouMean(id, questions.keys())}`)
    }
  }
}

function checkBefore(
  { file, value }: Filed<Training>,
  byId: ReadonlyMap<string, Training>,
  report: Report,
): void {
  for (const [i, id] of value.prerequisites.entries()) {
    if (byId.has(id)) continue
    report(file, ['prerequisites', i], `there is no training "${id}"${orDidYouMean(id, byId.keys())}`)
  }
  if (everythingBefore(value, byId).has(value.id))
    report(file, ['prerequisites'], 'this training comes before itself')
}

function everythingBefore(training: Training, byId: ReadonlyMap<string, Training>): Set<string> {
  const found = new Set<string>()
  const waiting = [...training.prerequisites]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(byId.get(id)?.prerequisites ?? []))
  }
  return found
}
