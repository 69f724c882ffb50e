import { pluralIn } from './plural.ts'

const plural = pluralIn('fr')

/** French words of the shared components; `count` is written with its thin spaces already. */
export const fr = {
  page: {
    skip: 'Aller au contenu',
    nav: 'Menu principal',
    staffNav: 'Menu de l’équipe',
    foot: 'Pied de page',
    diagnostic: 'Diagnostic',
    trainings: 'Formations',
    mySpace: 'Mon espace',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    counter: 'Comptoir',
    indicators: 'Indicateurs',
    businesses: 'Commerces',
    sessions: 'Sessions',
    publicSite: 'Site public',
    otherLanguage: 'English',
    method: 'Méthode',
    partners: 'Partenaires',
    accessibility: 'Accessibilité',
    legal: 'Mentions légales',
    privacy: 'Confidentialité',
    sourceCode: 'Code source',
    promise: 'Sans publicité, sans traceur. Vos réponses restent à vous.',
    by: (organisation: string) => `Proposé par ${organisation}.`,
    printedFrom: 'Page imprimée depuis',
    context: 'À côté',
  },
  field: {
    error: 'Erreur :',
    optional: 'facultatif',
  },
  errorSummary: {
    title: (errors: number): string =>
      errors === 1 ? 'Un point est à corriger' : 'Quelques points sont à corriger',
  },
  options: { current: 'Votre réponse' },
  street: {
    table: 'Les mêmes chiffres en tableau',
    caption: 'Les vitrines de la rue',
    step: 'Étape',
    businesses: 'Commerces',
  },
  slate: {
    forFree: 'Sans frais',
    provenOn: (date: string) => `Fait le ${date}`,
    perWeek: (time: string) => `${time} par semaine`,
    perMonth: (price: string) => `${price} par mois`,
  },
  axes: {
    unknown: 'Pas assez de réponses',
    exactly: (value: string) => `${value} sur 100`,
    between: (low: string, high: string) => `Entre ${low} et ${high} sur 100`,
    legend: 'Le plein est sûr. Les rayures dépendent des questions sans réponse.',
    legendOthers: 'Le crochet, en dessous : la moitié des commerces comme le vôtre, ceux du milieu.',
    table: 'Les mêmes chiffres en tableau',
    axis: 'Thème',
    low: 'Au moins',
    high: 'Au plus',
    from: 'Réponses',
    fromValue: (known: string, asked: string) => `${known} sur ${asked}`,
    others: 'Les autres',
    half: (low: string, high: string) => `${low} à ${high}`,
  },
  progress: {
    question: (number: string, total: string) => `Question ${number} sur ${total}`,
    left: (minutes: number) => `encore ${minutes} ${plural(minutes, 'minute', 'minutes')} environ`,
  },
  notice: { info: 'À savoir', done: 'C’est fait', warning: 'Attention' },
  definition: { how: 'Comment on compte' },
  format: {
    minutes: (count: number): string => `${count} ${plural(count, 'minute', 'minutes')}`,
    hours: (count: number): string => `${count} ${plural(count, 'heure', 'heures')}`,
    hoursAndMinutes: (hours: number, minutes: string) => `${hours} h ${minutes}`,
    time: (hours: number, minutes: string) => `${hours} h ${minutes}`,
    dateTime: (date: string, time: string) => `${date}, ${time}`,
    inZone: (moment: string, zone: string) => `${moment} (${zone})`,
    inZones: (moment: string, zone: string, elsewhere: string) => `${moment} (${zone}, ${elsewhere})`,
    elsewhere: (moment: string, place: string) => `${moment} ${place}`,
    otherZone: (zone: string) => `heure de ${zone}`,
    otherPlace: (zone: string) => `à ${zone}`,
    summerTime: 'heure d’été',
    winterTime: 'heure d’hiver',
    zones: {
      'Europe/Paris': { time: 'heure de Paris', place: 'à Paris' },
      'Indian/Reunion': { time: 'heure de La Réunion', place: 'à La Réunion' },
      'Indian/Mayotte': { time: 'heure de Mayotte', place: 'à Mayotte' },
      'America/Guadeloupe': { time: 'heure de la Guadeloupe', place: 'en Guadeloupe' },
      'America/Martinique': { time: 'heure de la Martinique', place: 'en Martinique' },
      'America/Cayenne': { time: 'heure de la Guyane', place: 'en Guyane' },
      'America/St_Barthelemy': { time: 'heure de Saint-Barthélemy', place: 'à Saint-Barthélemy' },
      'America/Marigot': { time: 'heure de Saint-Martin', place: 'à Saint-Martin' },
      'America/Miquelon': {
        time: 'heure de Saint-Pierre-et-Miquelon',
        place: 'à Saint-Pierre-et-Miquelon',
      },
      'Pacific/Noumea': { time: 'heure de la Nouvelle-Calédonie', place: 'en Nouvelle-Calédonie' },
      'Pacific/Tahiti': { time: 'heure de Tahiti', place: 'à Tahiti' },
      'Pacific/Marquesas': { time: 'heure des Marquises', place: 'aux Marquises' },
      'Pacific/Gambier': { time: 'heure des Gambier', place: 'aux Gambier' },
      'Pacific/Wallis': { time: 'heure de Wallis-et-Futuna', place: 'à Wallis-et-Futuna' },
    } as Readonly<Record<string, { time: string; place: string }>>,
  },
  notFound: {
    title: 'Cette page n’existe pas',
    reason: 'L’adresse contient peut-être une faute de frappe, ou la page a changé de place.',
    links:
      'Si vous avez suivi un lien reçu par e-mail, vérifiez qu’il est complet : il tient parfois sur deux lignes.',
    home: 'Aller à l’accueil',
    diagnostic: 'Faire le diagnostic',
    trainings: 'Voir les formations',
  },
  failed: {
    home: 'Aller à l’accueil',
    number: 'Si cela recommence, donnez-nous ce numéro :',
    away: {
      title: 'Un instant, nous revenons',
      reason: 'Le site ne peut pas enregistrer pour le moment. Ce que vous aviez déjà validé est gardé.',
      next: 'Attendez dix secondes, puis rechargez cette page.',
    },
    broken: {
      title: 'Quelque chose n’a pas marché chez nous',
      reason: 'Ce n’est pas votre faute. Ce que vous aviez déjà validé est gardé.',
      next: 'Revenez à la page précédente et essayez encore une fois.',
    },
    refused: {
      title: 'Cet envoi n’a pas été accepté',
      reason: 'Il ne vient pas d’une de nos pages, ou il est incomplet.',
      next: 'Revenez à la page précédente, rechargez-la et recommencez.',
    },
    'too-large': {
      title: 'Cet envoi est trop long',
      reason: 'Nous n’avons rien enregistré.',
      next: 'Revenez à la page précédente et raccourcissez le texte.',
    },
  },
  mail: {
    fact: (label: string, value: string) => `${label} : ${value}`,
    footer: (organisation: string) =>
      `${organisation} vous écrit parce que vous avez utilisé le site. Ce message n’est pas une publicité.`,
  },
}

export type UiTexts = typeof fr
