import { transaction } from '../../core/db.ts'
import type { Queue } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import { certificateMailJob } from './jobs.ts'
import { sendCertificate } from './send-certificate.ts'

/** The mail that follows a certificate. */
export async function workers(queue: Queue, { config, db, clock }: Services): Promise<void> {
  const { publicUrl } = config
  await queue.work(certificateMailJob, (request) =>
    transaction(db, (tx) => sendCertificate(tx, clock(), request, { publicUrl })),
  )
}
