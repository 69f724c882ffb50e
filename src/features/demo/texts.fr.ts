/** What the commands of the demonstration say. The words of the town itself are in `town.texts.ts`. */
export const fr = {
  seeded: (businesses: number, diagnostics: number, sessions: number, bookings: number) =>
    `Ville inventée : ${businesses} commerces, ${diagnostics} diagnostics, ${sessions} sessions, ${bookings} inscriptions.`,
  already: 'La ville inventée est déjà là.',
  welcome: (url: string) => `Pignon est ouvert : ${url}`,
  signIn: (url: string) =>
    `Pour entrer, ${url}/connexion avec l’une de ces adresses ; le code arrive dans ${url}/dev/mail`,
  signInByMail: (url: string) => `Pour entrer : ${url}/connexion, puis le code reçu par e-mail`,
  roles: {
    owner: 'commerçante',
    adviser: 'conseiller',
    relay: 'relais',
    trainer: 'formatrice',
    operator: 'opératrice',
  },
  mails: (url: string) => `Les e-mails : ${url}/dev/mail`,
}

export type DemoTexts = typeof fr
