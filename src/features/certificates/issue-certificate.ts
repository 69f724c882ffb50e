import { newPrintedCode } from '../../core/clock.ts'
import type { Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import { enqueue } from '../../core/queue.ts'
import { findFollowedOn } from '../attendance/followed-on-store.ts'
import { programmeZone, type Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import type { Owned } from '../quizzes/store.ts'
import type { Standing } from './certificate.ts'
import { findStanding } from './find-standing.ts'
import { certificateMailJob } from './jobs.ts'
import { findCertificateOf, insertCertificate } from './store.ts'

export type IssueRequest = {
  programme: Programme
  training: Training
  personId: string
  /** To be printed, as typed. */
  name: string
  language: Language
}

export type IssueOutcome =
  | { kind: 'issued'; code: string }
  /** One for each person and training, whatever is typed later. */
  | { kind: 'already-issued'; code: string }
  | { kind: 'missing'; standing: Standing }

/** Issues the one certificate of a person for a training, with its mail, to who followed it and passed its quiz. */
export async function issueCertificate(tx: Tx, now: Date, request: IssueRequest): Promise<IssueOutcome> {
  const { programme, training, personId, name, language } = request
  const owned = { personId, trainingId: training.id }
  const known = await findCertificateOf(tx, owned)
  if (known) return { kind: 'already-issued', code: known.code }
  const standing = await findStanding(tx, owned)
  const { best, isPassed, way } = standing
  const followedOn = way && (await findFollowedOn(tx, { ...owned, way, zone: programmeZone }))
  if (!best || !isPassed || !way || !followedOn) return { kind: 'missing', standing }
  const { rightCount, questionCount } = best
  const code = newPrintedCode()
  const certificateId = await insertCertificate(tx, {
    ...owned,
    code,
    name,
    language,
    way,
    followedOn,
    rightCount,
    questionCount,
    issuedAt: now,
    title: training.title[language],
    minutes: training.minutes,
    programme: issuerOf(programme),
  })
  if (certificateId === null) return { kind: 'already-issued', code: await codeOf(tx, owned) }
  await enqueue(tx, certificateMailJob, { certificateId })
  return { kind: 'issued', code }
}

/** Of the click that came first: it has committed, or ours would still wait for it. */
async function codeOf(tx: Tx, owned: Owned): Promise<string> {
  const certificate = await findCertificateOf(tx, owned)
  if (!certificate) throw new Error('the certificate that is there already cannot be read')
  return certificate.code
}

function issuerOf({ name, organisation, brand }: Programme) {
  return { name, organisation, brand: { deep: brand.deep, bright: brand.bright } }
}
