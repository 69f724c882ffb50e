import type { DemoTexts } from './texts.fr.ts'

export const en: DemoTexts = {
  seeded: (businesses, diagnostics, sessions, bookings) =>
    `Invented town: ${businesses} businesses, ${diagnostics} diagnostics, ${sessions} sessions, ${bookings} bookings.`,
  already: 'The invented town is here already.',
  welcome: (url) => `Pignon is open: ${url}`,
  signIn: (url) =>
    `To sign in, ${url}/connexion with one of these addresses; the code arrives at ${url}/dev/mail`,
  signInByMail: (url) => `To sign in: ${url}/connexion, then the code received by e-mail`,
  roles: { owner: 'owner', adviser: 'adviser', relay: 'relay', trainer: 'trainer', operator: 'operator' },
  mails: (url) => `Mails: ${url}/dev/mail`,
}
