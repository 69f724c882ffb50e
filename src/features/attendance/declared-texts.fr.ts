import { pluralIn } from '../../ui/plural.ts'

const plural = pluralIn('fr')

/** French words of noting who came, and of the figures made of it. */
export const fr = {
  title: (training: string) => `Présences : ${training}`,
  link: 'Noter les présences',
  figuresLink: 'Les chiffres de présence',
  states: { present: 'Présent', absent: 'Absent', excused: 'Excusé' },
  unnamed: 'Sans nom',
  of: (business: string) => `, ${business}`,
  with: (holder: string) => `, vient avec ${holder}`,
  rest: 'Les autres sont présents',
  save: 'Enregistrer les présences',
  facts: {
    joined: (time: string) => `Passage vers la salle par notre page : ${time}`,
    notJoined: 'Passage vers la salle par notre page : aucun',
    minutes: (minutes: string) => `Page de la salle ouverte : ${minutes}`,
    unmeasured: 'Page de la salle ouverte : non mesuré',
    declared: (state: string, by: string, when: string) => `Noté « ${state} » par ${by}, ${when}`,
    undeclared: 'Pas encore noté',
  },
  reading: 'Trois faits, jamais mélangés',
  readings: [
    'Noté : la parole de qui a animé la session. Le dernier enregistrement de chaque ligne compte.',
    'Passage vers la salle : un clic sur notre page. Ce n’est pas une présence.',
    'Page ouverte : mesurée seulement quand la salle est la nôtre.',
  ],
  excusedRule: 'Excusé : la personne avait prévenu qu’elle ne viendrait pas.',
  tooEarly: (moment: string) => `Vous pourrez noter les présences dès le début : ${moment}.`,
  calledOff: 'Cette session est annulée : il n’y a pas de présences à noter.',
  onlyTrainer: 'Seuls la personne qui anime la session et l’équipe du programme notent les présences.',
  empty: 'Personne n’est inscrit',
  emptyText: 'La feuille à signer a des lignes libres pour qui vient sans être inscrit.',
  saved: (count: number) =>
    count === 0
      ? 'Rien n’a changé.'
      : `${count} ${plural(count, 'ligne enregistrée', 'lignes enregistrées')} :`,
  savedLine: (name: string, state: string) => `${name} : ${state}`,
  overtaken: (names: string) =>
    `Quelqu’un d’autre venait de noter autrement : ${names}. Votre choix est le dernier, il compte.`,
  gone: (names: string) => `Place rendue entre-temps, donc non notée : ${names}.`,
  take: 'Emporter',
  sheet: 'Feuille à signer (PDF)',
  table: 'Tableau (CSV)',
  back: 'Les inscriptions',
  hidden: 'Le tableau ne contient pas les adresses e-mail : vous ne les voyez pas ici non plus.',
  paper: {
    title: 'Feuille de présence',
    file: (day: string, training: string) => `feuille-de-presence-${day}-${training}.pdf`,
    when: 'Quand :',
    trainer: 'Animée par :',
    walkIns: 'Venues sans inscription',
    columns: ['Nom', 'Commerce', 'Signature'],
    counted: (count: number) => `${count} ${plural(count, 'personne inscrite', 'personnes inscrites')}`,
    use: 'Cette feuille sert à compter les présences. Elle est gardée par l’organisateur, et par personne d’autre.',
    foot: (programme: string) => `${programme} – feuille de présence`,
    page: (number: string, total: string) => `Page ${number} sur ${total}`,
  },
  csv: {
    file: (day: string, training: string) => `presences-${day}-${training}.csv`,
    columns: {
      name: 'Nom',
      email: 'E-mail',
      business: 'Commerce',
      commune: 'Commune',
      bookedAt: 'Réservé le',
      joinedAt: 'Passage vers la salle',
      minutes: 'Minutes, page de la salle ouverte',
      state: 'Présence notée',
      by: 'Notée par',
      at: 'Notée le',
    },
  },
  figures: {
    title: 'Chiffres de présence',
    period: 'Période',
    from: 'Du',
    to: 'Au',
    show: 'Montrer',
    all: (from: string, to: string) => `Sessions commencées du ${from} au ${to}`,
    byTraining: 'Par formation',
    bySession: 'Par session',
    newest: (count: string) => `Les ${count} dernières sessions. Le tableau CSV les a toutes.`,
    columns: {
      training: 'Formation',
      session: 'Session',
      sessions: 'Sessions',
      fill: 'Remplissage',
      joined: 'Vers la salle',
      stayed: '20 minutes ou plus',
      present: 'Présents',
      excused: 'Excusés',
      noShow: 'Absences',
    },
    csv: {
      file: (from: string, to: string) => `presences-${from}-${to}.csv`,
      starts: 'Début',
      trainer: 'Animée par',
      capacity: 'Places proposées',
      taken: 'Places prises',
      absent: 'Absents',
    },
    total: 'Toutes les formations',
    outOf: (part: string, whole: string) => `${part} sur ${whole}`,
    none: 'Rien de noté',
    empty: 'Aucune session dans cette période',
    emptyText: 'Choisissez d’autres jours, ou revenez après la première session.',
    table: 'Tableau (CSV), une ligne par session',
    back: 'Toutes les sessions',
    own: 'Vous voyez les chiffres de vos sessions.',
    definitions: {
      fill: {
        label: 'remplissage',
        definition:
          'Places prises, divisées par les places proposées, pour les sessions commencées dans la période et non annulées.',
      },
      present: {
        label: 'notés présents',
        definition:
          'Personnes que la personne qui animait la session a notées présentes. Qui n’a pas été noté ne compte pas.',
      },
      noShow: {
        label: 'absences',
        definition:
          'Personnes notées absentes, divisées par toutes les personnes notées (présentes, absentes, excusées).',
      },
      joined: {
        label: 'passages vers la salle',
        definition:
          'Personnes inscrites qui sont allées vers la salle par notre page, une fois chacune. Ce n’est pas une présence.',
      },
      stayed: {
        label: 'restés vingt minutes ou plus',
        definition:
          'Personnes inscrites qui ont gardé la page de la salle ouverte vingt minutes au moins. Mesuré seulement dans nos salles.',
      },
    },
  },
}

export type DeclaredTexts = typeof fr
