/** What mails say to who waits, in the language of the page where they asked. */
import type { Language } from '../../core/language.ts'
import { formatDateTime } from '../../ui/format.ts'
import { zoneOfDepartment } from '../businesses/geography.ts'
import { findTraining } from '../programmes/programme.ts'
import { bookUrl } from '../training-sessions/urls.ts'
import { trainingUrl, trainingUrls } from '../trainings/urls.ts'
import { texts } from './texts.ts'
import { momentWords, trainingTitle, type Speaker } from './tell-booking.ts'
import { waitingUrls } from './urls.ts'
import type { WaitlistEntry } from './waiting.ts'
import { waitingTexts } from './waiting-texts.ts'

export type WaitingMail = 'joined' | 'offered' | 'lapsed' | 'moved' | 'called-off'

type Link = { label: string; url: string }
type Words = {
  subject: (training: string, moment: string) => string
  title: string
  paragraphs: string[]
  facts: [string, string][]
  button: Link
  link?: Link
  after?: string[]
}

/** When the offer ends, by the session's clock and the shop's. */
export function untilWords({ expiresAt, session, business }: WaitlistEntry, language: Language): string {
  const readerZone = business ? zoneOfDepartment(business.departmentCode) : undefined
  return expiresAt ? formatDateTime(expiresAt, { zone: session.zone, language, readerZone }) : ''
}

export function waitingWords(speaker: Speaker, entry: WaitlistEntry, kind: WaitingMail): Words {
  const training = trainingTitle(speaker.programme, entry, entry.language)
  const { subject, title, intro } = waitingTexts[entry.language].mail[kind]
  const when: [string, string] = [texts[entry.language].mail.when, momentWords(entry, entry.language)]
  return {
    subject,
    title,
    paragraphs: [intro(training)],
    facts: [when],
    ...tellers[kind](speaker, entry, when),
  }
}

type Teller = (
  speaker: Speaker,
  entry: WaitlistEntry,
  when: [string, string],
) => Partial<Words> & Pick<Words, 'button'>

const tellers: Readonly<Record<WaitingMail, Teller>> = {
  joined({ publicUrl }, { language, rank, token }, when) {
    const words = waitingTexts[language]
    const place: [string, string] = [words.mail.joined.rank, words.mail.joined.place(rank ?? 1)]
    return {
      facts: [when, place],
      button: { label: words.mail.joined.button, url: publicUrl + waitingUrls.entry(token) },
      link: { label: words.entry.leave, url: publicUrl + waitingUrls.leave(token) },
      after: [words.mail.joined.promise, words.entry.short],
    }
  },
  offered({ publicUrl }, entry, when) {
    const { language, token } = entry
    const words = waitingTexts[language]
    const until = untilWords(entry, language)
    return {
      subject: (training) => words.mail.offered.subject(training, until),
      facts: [[words.mail.offered.until, until], when],
      button: { label: words.entry.take, url: publicUrl + waitingUrls.take(token) },
      link: { label: words.entry.letGo, url: publicUrl + waitingUrls.leave(token) },
      after: [words.mail.offered.after],
    }
  },
  lapsed({ publicUrl }, { language, session }) {
    const words = waitingTexts[language].mail.lapsed
    return {
      button: { label: words.button, url: publicUrl + bookUrl(session.id) },
      after: [words.again],
    }
  },
  moved({ publicUrl }, { language, token }) {
    const words = waitingTexts[language]
    return {
      button: { label: words.mail.joined.button, url: publicUrl + waitingUrls.entry(token) },
      link: { label: words.entry.leave, url: publicUrl + waitingUrls.leave(token) },
    }
  },
  'called-off'({ programme, publicUrl }, { language, session }) {
    const slug = findTraining(programme, session.trainingId)?.slug
    const url = publicUrl + (slug ? trainingUrl(slug) : trainingUrls.catalogue)
    return { button: { label: waitingTexts[language].mail['called-off'].button, url } }
  },
}
