import { checkUnique } from './check-references.ts'
import type { Filed, Parts, Report } from './parts.ts'
import type { QuizQuestion, Training } from './training.ts'

/** Reports questions of quizzes that are named twice or after another training, and answers that are no option. */
export function checkQuizzes({ trainings }: Parts, report: Report): void {
  const questions = trainings.flatMap(({ file, value }) =>
    (value.quiz ?? []).map(({ id }, i) => ({ id, at: { file, path: ['quiz', i, 'id'] } })),
  )
  checkUnique(questions, 'question', report)
  for (const training of trainings)
    for (const [i, question] of (training.value.quiz ?? []).entries())
      checkQuestion(training, { question, i }, report)
}

function checkQuestion(
  { file, value }: Filed<Training>,
  { question: { id, options, answer }, i }: { question: QuizQuestion; i: number },
  report: Report,
): void {
  const path = ['quiz', i]
  if (!id.startsWith(`${value.id}-`))
    report(file, [...path, 'id'], `a question of ${value.id} is named ${value.id}-${i + 1}, not "${id}"`)
  const spots = options.map((option, o) => ({
    id: option.id,
    at: { file, path: [...path, 'options', o, 'id'] },
  }))
  checkUnique(spots, 'option', report)
  const known = options.map((option) => option.id)
  if (!known.includes(answer))
    report(file, [...path, 'answer'], `there is no option "${answer}"; it has ${known.join(', ')}`)
}
