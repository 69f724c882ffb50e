/** All SQL about certificates. */
import type { Reader, Tx } from '../../core/db.ts'
import type { Language } from '../../core/language.ts'
import type { Way } from '../attendance/attendance.ts'
import type { Owned } from '../quizzes/store.ts'
import type { Certificate, Issuer } from './certificate.ts'

export type NewCertificate = Omit<Certificate, 'id'> & { personId: string }

/** Null when the person has one for this training already: of clicks that come at once, one wins. */
export async function insertCertificate(tx: Tx, certificate: NewCertificate): Promise<string | null> {
  const row = await tx
    .insertInto('certificates')
    .values({ ...certificate, programme: JSON.stringify(certificate.programme) })
    .onConflict((conflict) => conflict.constraint('one_certificate_per_person_and_training').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findCertificateOf(
  db: Reader,
  { personId, trainingId }: Owned,
): Promise<Certificate | null> {
  const query = detailed(db).where('personId', '=', personId).where('trainingId', '=', trainingId)
  return (await query.executeTakeFirst()) ?? null
}

export async function findCertificateByCode(db: Reader, code: string): Promise<Certificate | null> {
  return (await detailed(db).where('code', '=', code).executeTakeFirst()) ?? null
}

/** The certificates of a person, newest first. */
export function listCertificatesOf(db: Reader, personId: string): Promise<Certificate[]> {
  return detailed(db).where('personId', '=', personId).orderBy('issuedAt', 'desc').execute()
}

/** A certificate with the address of who got it. */
export async function findAddressee(
  db: Reader,
  id: string,
): Promise<{ certificate: Certificate; email: string } | null> {
  const certificate = await detailed(db).where('id', '=', id).executeTakeFirst()
  if (!certificate) return null
  const { email } = await db
    .selectFrom('certificates')
    .innerJoin('people', 'people.id', 'personId')
    .select('email')
    .where('certificates.id', '=', id)
    .executeTakeFirstOrThrow()
  return { certificate, email }
}

/** True for the first who asks; the claim goes with the transaction, and outlives the mail. */
export async function claimCertificateMail(tx: Tx, now: Date, certificateId: string): Promise<boolean> {
  const claimed = await tx
    .insertInto('certificateMails')
    .values({ certificateId, writtenAt: now })
    .onConflict((conflict) => conflict.column('certificateId').doNothing())
    .returning('certificateId')
    .executeTakeFirst()
  return claimed !== undefined
}

function detailed(db: Reader) {
  return db
    .selectFrom('certificates')
    .select(['id', 'code', 'trainingId', 'name', 'title', 'minutes', 'followedOn', 'issuedAt'])
    .select(['rightCount', 'questionCount'])
    .select((eb) => [
      eb.ref('language').$castTo<Language>().as('language'),
      eb.ref('way').$castTo<Way>().as('way'),
      eb.ref('programme').$castTo<Issuer>().as('programme'),
    ])
}
