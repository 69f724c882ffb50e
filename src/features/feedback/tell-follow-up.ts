/** The words of the mails after a session, in the language of the booking. */
import type { MailContent } from '../../ui/mail.tsx'
import type { BookingDetails } from '../bookings/booking.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Training } from '../programmes/training.ts'
import { learningUrls, replayUrl, trainingUrl } from '../trainings/urls.ts'
import { texts } from './texts.ts'
import { feedbackUrls } from './urls.ts'

export type Speaker = { programme: Programme; publicUrl: string }
export type FollowUpMail = { subject: string; content: Omit<MailContent, 'language' | 'programme'> }

type Told = { booking: BookingDetails; training: Training }

/** Quiz, opinion and replay in one. */
export function tellDayAfter(
  { publicUrl }: Speaker,
  { booking, training, asksQuiz }: Told & { asksQuiz: boolean },
): FollowUpMail {
  const words = texts[booking.language].mail.dayAfter
  const title = training.title[booking.language]
  const { slug } = training
  const again = training.replay ? replayUrl(slug, booking.token) : trainingUrl(slug)
  const quiz = { label: words.quiz, url: publicUrl + learningUrls.quiz(training.slug, booking.token) }
  const opinion = {
    label: words.opinion,
    url: publicUrl + learningUrls.feedback(training.slug, booking.token),
  }
  return {
    subject: words.subject(title),
    content: {
      title: words.title,
      paragraphs: [words.intro(title), asksQuiz ? words.asksQuiz : words.asksOpinion],
      button: asksQuiz ? quiz : opinion,
      ...(asksQuiz && { link: opinion }),
      after: [words.replay(publicUrl + again), words.next],
    },
  }
}

/** Has it been put into practice? */
export function tellMonthAfter({ publicUrl }: Speaker, { booking, training }: Told): FollowUpMail {
  const { language } = booking
  const words = texts[language].mail.monthAfter
  const title = training.title[language]
  return {
    subject: words.subject(title),
    content: {
      title: words.title,
      paragraphs: [words.intro(title), words.doneWhen(training.doneWhen[language])],
      button: { label: words.answer, url: publicUrl + feedbackUrls.practice(booking.token) },
      after: [words.last],
    },
  }
}
