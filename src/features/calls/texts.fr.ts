import type { CallOutcome, CallReason } from './call.ts'

export const fr = {
  title: 'Qui appeler aujourd’hui',
  intro: 'Les commerces pour qui un appel aide maintenant, le plus pressant d’abord. Chacun une fois.',
  caption: 'Appels à faire',
  columns: ['Commerce', 'Pourquoi maintenant', 'Meilleure heure', 'Dernier échange'],
  none: 'Personne à appeler aujourd’hui',
  noneText:
    'La liste se remplit quand un diagnostic reste en route, qu’un plan dort ou qu’un rappel a été convenu.',
  about: 'Comment cette liste est faite',
  rules: [
    'D’abord les rappels convenus ce jour ou avant, puis les absents à une session, les diagnostics commencés et pas finis depuis deux jours, les plans sans suite depuis deux semaines.',
    'Un commerce appelé n’y revient pas avant sept jours, sauf si vous avez convenu d’une autre date.',
    'Qui ne veut plus être contacté n’y figure jamais.',
    'La meilleure heure est celle où quelqu’un a déjà répondu ; sinon, le creux habituel du métier, à l’heure du commerce.',
  ],
  reasons: {
    agreed: 'Rappel convenu',
    absent: 'N’était pas à la session',
    unfinished: 'Diagnostic pas fini',
    'plan-sleeps': 'Plan sans suite',
  } satisfies Record<CallReason, string>,
  since: (reason: string, day: string) => `${reason}, ${day}`,
  hours: (from: number, to: number) => `${from} h à ${to} h`,
  never: 'Jamais appelé',
  last: (outcome: string, day: string) => `${outcome}, ${day}`,
  outcomes: {
    reached: 'Joint',
    'no-answer': 'Pas de réponse',
    'call-back': 'À rappeler',
    'wrong-number': 'Mauvais numéro',
    refused: 'Ne veut plus être contacté',
    note: 'Note',
  } satisfies Record<CallOutcome, string>,
  hints: {
    refused: 'Plus personne ne l’appelle ni ne lui écrit, sur aucune liste.',
    note: 'Sans appel : une visite, un mot, une chose à savoir.',
  } as Partial<Record<CallOutcome, string>>,
  section: 'Appels et notes',
  noCall: 'Pas encore d’appel ni de note.',
  form: 'Noter un appel',
  outcome: 'Ce qui s’est passé',
  note: 'Votre note',
  noteHint: 'Pour la personne qui appellera ensuite. Rien que le commerce ne pourrait lire.',
  next: 'Rappeler le',
  nextHint: 'Le commerce revient sur la liste ce jour-là.',
  submit: 'Noter',
  noted: 'C’est noté.',
  lifted: 'Le commerce peut de nouveau être contacté.',
  again: (day: string) => `À rappeler le ${day}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  refusal: (day: string) =>
    `Ce commerce ne veut plus être contacté, depuis le ${day}. Ne l’appelez pas, ne lui écrivez pas.`,
  lift: 'Il veut de nouveau être contacté',
  liftNote: 'À la demande du commerce, ou refus noté par erreur.',
  errors: {
    'outcome.missing': 'Dites ce qui s’est passé.',
    'note.missing': 'Écrivez votre note.',
    'note.long': 'Cette note est trop longue : 2 000 lettres au plus.',
    'next.missing': 'Dites quel jour rappeler.',
    'next.invalid': 'Cette date n’existe pas. Exemple : 2026-12-01',
  } as Readonly<Record<string, string>>,
}

export type CallTexts = typeof fr
