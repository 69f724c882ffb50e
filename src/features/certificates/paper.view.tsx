import { formatMinutes } from '../../ui/format.ts'
import type { DiplomaContent } from '../../ui/pdf-diploma.ts'
import { writtenCode, type Certificate } from './certificate.ts'
import { followedWords, issuedWords } from './tell-certificate.ts'
import { texts } from './texts.ts'
import { certificateUrls } from './urls.ts'

/** The certificate as a sheet: from its row and the address of the site, and nothing else. */
export function certificatePaper(certificate: Certificate, publicUrl: string): DiplomaContent {
  const { language, name, title, minutes, rightCount, questionCount, programme, code, issuedAt } = certificate
  const { certificate: words, paper } = texts[language]
  const url = publicUrl + certificateUrls.certificate(code)
  const address = `${publicUrl}${certificateUrls.lookUp}`.replace(/^https?:\/\//, '')
  return {
    language,
    title: words.title,
    author: programme.organisation,
    madeAt: issuedAt,
    brand: programme.brand,
    giver: programme.name,
    before: paper.before,
    name,
    between: paper.between,
    learnt: title,
    facts: [
      { term: paper.followed, value: followedWords(certificate, language) },
      { term: words.minutes, value: formatMinutes(minutes, language) },
      { term: words.quiz, value: words.score(rightCount, questionCount) },
    ],
    given: paper.given(issuedWords(certificate, language)),
    small: words.small,
    proof: {
      title: paper.proof,
      url,
      address,
      alt: paper.alt(url),
      codeLabel: words.code,
      code: writtenCode(code),
    },
  }
}
