import type { Reader } from '../../core/db.ts'
import { wayOfFollowing } from '../attendance/attendance.ts'
import { findFollowed } from '../attendance/store.ts'
import { isPassed } from '../quizzes/quiz.ts'
import { findBestAttempt, type Owned } from '../quizzes/store.ts'
import type { Standing } from './certificate.ts'

/** What a person still lacks for the certificate of a training, if anything. */
export async function findStanding(db: Reader, owned: Owned): Promise<Standing> {
  const best = await findBestAttempt(db, owned)
  const way = wayOfFollowing(await findFollowed(db, owned))
  return { best, isPassed: best !== null && isPassed(best), way }
}
