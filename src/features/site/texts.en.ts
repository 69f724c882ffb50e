import { countedIn } from '../../ui/format.ts'
import type { SiteTexts } from './texts.fr.ts'

const counted = countedIn('en')

export const en: SiteTexts = {
  home: {
    title: 'Your shop is on the street. Is it online?',
    description:
      'A five-minute digital diagnostic for small shops, and at most three actions that fit your time and budget.',
    lead: 'In five minutes you know where to start. At most three actions, which fit your time and your budget.',
    start: 'Take my diagnostic',
    reassure: 'Free. No account. “I don’t know” is an answer.',
    street: (register, diagnosed, booked) =>
      `A street, ${counted(register, 'shop', 'shops')} in the register. Lit window: diagnostic done (${diagnosed}). Open door: booked on a training (${booked}). The picture shows those that moved last, beside a few others.`,
    emptyStreet: 'The street is still dark: no shop has started. The first lit window can be yours.',
    registerRow: 'In the register',
    diagnosedRow: 'Diagnostic done',
    plannedRow: 'Action plan ready',
    bookedRow: 'Booked on a training',
    goal: (businesses, weeks) => `The programme’s goal: ${businesses} shops in ${weeks} weeks.`,
    asOf: (moment) => `Figures of ${moment}. Each shop is counted once.`,
    steps: 'How it goes',
    step: (questions) => [
      {
        title: 'You answer',
        text: `${questions} questions, one a page. Five minutes in all, interrupted when a customer comes in.`,
      },
      {
        title: 'You read where you stand',
        text: 'Five themes, no overall grade. Each point says where it comes from.',
      },
      {
        title: 'You choose',
        text: 'At most three actions. Time, price, evidence and a free way are written down.',
      },
      {
        title: 'You learn in 30 minutes',
        text: 'A live flash training to do the action, with a shop’s example.',
      },
    ],
    allTrainings: (count) => `See the ${count} trainings`,
    phone: 'You prefer the telephone?',
    phoneText: 'An adviser can fill in the diagnostic with you, in office hours. Call, or write:',
    neutral: 'Neutral, and you can check',
    neutralText:
      'Partners declare their interest. Each action has a free or open way. No tracker, no script from another site.',
    neutralLink: 'Read the declared interests',
  },
  partners: {
    title: 'Partners and declared interests',
    intro: 'Who takes part, and what each may gain. No partner chooses the actions that are proposed.',
    interest: 'Declared interest',
  },
  accessibility: {
    title: 'Accessibility',
    state:
      'Conformance: partial. This site aims at WCAG 2.2 level AA and RGAA 4. It is checked at every change by an automatic tool, page by page; no full audit by a person has taken place yet.',
    works:
      'What we check: each page works with the keyboard, without JavaScript, at 360 pixels wide and enlarged to 200 %. Each picture of data has its sentence and its table.',
    problem:
      'A page stops you? Call or write: we answer, and we can fill in the diagnostic with you by telephone.',
  },
  legal: {
    title: 'Legal notice',
    publisher: 'Publisher',
    publisherText: (organisation) => `This site is published by ${organisation}.`,
    contact: 'Contact',
    software: 'Software',
    softwareText: 'Pignon is free software, under the Apache 2.0 licence.',
    data: 'Public data',
    dataText:
      'The register of shops comes from Insee’s Sirene database (Licence Ouverte 2.0). Communes come from the Code officiel géographique.',
  },
  privacy: {
    title: 'Privacy',
    intro: 'What we keep, why, and for how long.',
    rows: [
      {
        what: 'Your answers to the diagnostic',
        why: 'To show you where you stand, and your plan.',
        howLong: 'Kept as long as the programme lasts, unless you ask for erasure.',
      },
      {
        what: 'Your quizzes and your opinions on trainings',
        why: 'For your certificate, and to make trainings better. The team reads opinions by five at least, without names.',
        howLong: 'Kept as long as the programme lasts, unless you ask for erasure.',
      },
      {
        what: 'Your certificate',
        why: 'To prove that you followed the training: who has its code reads your name and the training there.',
        howLong: 'Kept as long as the programme lasts, unless you ask for erasure.',
      },
      {
        what: 'Your e-mail address',
        why: 'To send you a code, a confirmation, a reminder.',
        howLong: 'Kept as long as the programme lasts, unless you ask for erasure.',
      },
      {
        what: 'The e-mails sent',
        why: 'To answer “I never got it”.',
        howLong: 'Kept for 30 days; those with a sign-in code, for one.',
      },
      {
        what: 'The address of your internet connection',
        why: 'To count tries that are too many: codes, bookings, searches, checks.',
        howLong: 'Kept for two days at most.',
      },
      {
        what: 'Three cookies at most',
        why: 'One remembers the language you chose, one your sign-in, the last the result you ask to keep. None before that choice.',
        howLong:
          'The language: a year. The sign-in: 30 days after your last visit. The result: half an hour at most.',
      },
      {
        what: 'Your answers, in your telephone',
        why: 'Without a network they wait there until they can leave.',
        howLong: 'Until they are sent, then nothing is left.',
      },
      {
        what: 'Your attendance at a training, and what you have seen of a replay',
        why: 'To know which trainings you have followed, and to go on with a replay where you left it. Without a sign-in or the link of a booking, only your browser remembers that place.',
        howLong: 'Kept as long as the programme lasts, unless you ask for erasure.',
      },
    ],
    rest: 'And nothing else',
    none: 'No advertising, no audience measurement, no sharing with partners. Our pages call no other site; where a video is kept elsewhere, its page says so.',
    link: 'The link to your diagnostic is a key: whoever has it can read your answers.',
    rights: (contact) => `To read, correct or erase: write to ${contact}. You may also turn to the Cnil.`,
  },
  source: {
    title: 'Source code',
    text: 'This site runs on Pignon, free software under the Apache 2.0 licence. Any federation, chamber or town can install it for its own programme.',
    ask: (contact) => `To receive the code of this version, write to ${contact}.`,
    version: (version, hash) => `Content of the programme: version ${version}, fingerprint ${hash}.`,
  },
}
