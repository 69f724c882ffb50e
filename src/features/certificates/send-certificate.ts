import type { Tx } from '../../core/db.ts'
import { queueMail } from '../../core/mail.ts'
import { formatMinutes } from '../../ui/format.ts'
import { renderMail } from '../../ui/mail.tsx'
import { writtenCode } from './certificate.ts'
import { claimCertificateMail, findAddressee } from './store.ts'
import { followedWords } from './tell-certificate.ts'
import { texts } from './texts.ts'
import { certificateUrls } from './urls.ts'

/** Writes the one mail about a certificate: the claim is kept for ever, so that no rerun writes it again. */
export async function sendCertificate(
  tx: Tx,
  now: Date,
  { certificateId }: { certificateId: string },
  { publicUrl }: { publicUrl: string },
): Promise<void> {
  const found = await findAddressee(tx, certificateId)
  if (!found || !(await claimCertificateMail(tx, now, certificateId))) return
  const { certificate, email } = found
  const { language, code, title } = certificate
  const words = texts[language]
  const mail = renderMail({
    language,
    programme: certificate.programme,
    title: words.mail.title,
    paragraphs: [words.mail.intro(title)],
    facts: [
      [words.certificate.name, certificate.name],
      [words.certificate.followedTerm, followedWords(certificate, language)],
      [words.certificate.minutes, formatMinutes(certificate.minutes, language)],
      [words.certificate.code, writtenCode(code)],
    ],
    button: { label: words.mail.open, url: publicUrl + certificateUrls.certificate(code) },
    after: [words.mail.share, words.mail.once],
  })
  await queueMail(tx, now, {
    ...mail,
    kind: 'certificates.issued',
    onceKey: `certificates.issued:${certificateId}`,
    to: email,
    subject: words.mail.subject(title),
  })
}
