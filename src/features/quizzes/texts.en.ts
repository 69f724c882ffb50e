import type { QuizTexts } from './texts.fr.ts'

const rightWords = (right: number, asked: number): string =>
  `${right === 0 ? 'None' : right} of ${asked} right`

export const en: QuizTexts = {
  quiz: {
    title: (training: string) => `Quiz: ${training}`,
    intro: (questions: number) =>
      `${questions} questions, two minutes. You may try again as often as you like.`,
    question: (number: number, words: string) => `${number}. ${words}`,
    submit: 'See my answers',
    next: 'Once you have sent them, you see what was right, and why.',
    back: 'Back to the training',
    none: 'This training has no quiz',
    noneText: 'Nobody has written it yet. Everything else is on the page of the training.',
  },
  result: {
    title: (right: number, asked: number) => rightWords(right, asked),
    of: (training: string) => `Quiz: ${training}`,
    passed: 'You have passed the quiz.',
    failed: (needed: number) => `It takes ${needed} to pass the quiz. Read why, then try again.`,
    answers: 'Your answers',
    right: 'Right',
    wrong: 'To look at again',
    yours: 'Your answer:',
    good: 'The right answer:',
    why: 'Why:',
    again: 'Try again',
    certificate: 'Ask for my certificate',
    best: (right: number, asked: number) =>
      `Your best attempt counts: ${rightWords(right, asked).toLowerCase()}.`,
  },
  stranger: {
    title: 'Who are you?',
    text: 'This page belongs to the person who followed the training.',
    link: 'Open the link that came by e-mail with your booking. Or sign in with the same e-mail address.',
    signIn: 'Sign in',
    training: 'See the training',
  },
  errors: {
    'question.unanswered': 'Choose an answer',
    'too-many': 'Too many attempts in a row. Look at the training again, then come back in an hour.',
  },
  unanswered: (number: number) => `Question ${number}: choose an answer`,
}
