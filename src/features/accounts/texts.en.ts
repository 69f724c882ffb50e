import type { AccountTexts } from './texts.fr.ts'

export const en: AccountTexts = {
  signIn: {
    title: 'Sign in',
    intro: 'No password. We send you a six-digit code by e-mail.',
    email: 'Your e-mail address',
    emailHint: 'The one you read on this phone or computer.',
    send: 'Get my code',
    first: 'First visit? Same door: your space opens with your first code.',
  },
  code: {
    title: 'Your code',
    sentTo: (email) => `A six-digit code has just left for ${email}.`,
    where: 'It usually arrives within a minute. Have a look in your junk mail too.',
    label: 'The six-digit code',
    hint: 'It is valid for ten minutes.',
    enter: 'Sign me in',
    again: 'Get a new code',
    other: 'Change the address',
  },
  signOut: { title: 'Sign out', button: 'Sign me out', sentence: 'Your answers and bookings are kept.' },
  errors: {
    'email.missing': 'Write your e-mail address.',
    'email.invalid': 'This e-mail address is not complete. Example: name@shop.com',
    'code.missing': 'Write the code received by e-mail.',
    'code.shape': 'The code has six digits.',
    'code.wrong':
      'This is not the right code, or it is no longer valid. Look at the last e-mail received, or ask for a new code.',
    'code.expired': 'This code is no longer valid. Ask for a new one.',
    'code.too-many': 'Too many tries with this code. Ask for a new one.',
    'code.wait': 'Too many tries. Wait a quarter of an hour, then try again. If it goes on, write to us.',
    'email.too-many': 'Too many codes were asked for. Wait a quarter of an hour, then try again.',
    'name.missing': 'Write the person’s name.',
    'name.long': 'This name is too long.',
    'relay.missing': 'Choose the relay from the list.',
    'role.missing': 'Choose a role.',
  },
  codeMail: {
    subject: (code) => `${code}: your sign-in code`,
    title: 'Your sign-in code',
    intro: 'Write this code on the page where you asked for it.',
    validity: 'It is valid for ten minutes and works once.',
    notYou: 'You asked for nothing? Do nothing: without this code nobody gets in.',
  },
}
