import { findTraining, type Programme } from '../programmes/programme.ts'
import type { Training, TrainingId } from '../programmes/training.ts'
import type { Score } from '../quizzes/quiz.ts'
import type { Certificate } from './certificate.ts'

export type Learnt = {
  certificates: readonly Certificate[]
  /** Quizzes tried, without a certificate yet. */
  tried: readonly { training: Training; best: Score }[]
  /** Trainings that one had a seat in, whose quiz was not tried. */
  toDo: readonly Training[]
}

type Known = {
  certificates: readonly Certificate[]
  attempts: readonly (Score & { trainingId: TrainingId })[]
  followed: readonly TrainingId[]
}

/** Each training once, where it is furthest: certificate, quiz, or to do. Those that left the programme are only kept as certificates. */
export function learntBy(programme: Programme, { certificates, attempts, followed }: Known): Learnt {
  const done = new Set(certificates.map(({ trainingId }) => trainingId))
  const tried = attempts
    .filter(({ trainingId }) => !done.has(trainingId))
    .flatMap((best) => {
      const training = findTraining(programme, best.trainingId)
      return training ? [{ training, best }] : []
    })
  const known = new Set([...done, ...attempts.map(({ trainingId }) => trainingId)])
  const toDo = programme.trainings.filter(({ id, quiz }) => quiz && followed.includes(id) && !known.has(id))
  return { certificates, tried, toDo }
}
