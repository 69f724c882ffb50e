import { countedIn } from '../../ui/format.ts'

const counted = countedIn('fr')

export const fr = {
  home: {
    title: 'Vous avez pignon sur rue. Et en ligne ?',
    description:
      'Un diagnostic numérique de cinq minutes pour les petits commerces, et trois actions au plus qui tiennent dans votre temps et votre budget.',
    lead: 'En cinq minutes, vous savez par où commencer. Trois actions au plus, qui tiennent dans votre temps et votre budget.',
    start: 'Faire mon diagnostic',
    reassure: 'Gratuit. Sans compte. « Je ne sais pas » est une réponse.',
    street: (register: number, diagnosed: string, booked: string) =>
      `Une rue, ${counted(register, 'commerce', 'commerces')} au registre. Fenêtre allumée : diagnostic fait (${diagnosed}). Porte ouverte : inscrit à une formation (${booked}). Le dessin montre ceux qui ont bougé en dernier, à côté de quelques autres.`,
    emptyStreet:
      'La rue est encore sombre : aucun commerce n’a commencé. La première fenêtre allumée peut être la vôtre.',
    registerRow: 'Au registre',
    diagnosedRow: 'Diagnostic fait',
    plannedRow: 'Plan d’action prêt',
    bookedRow: 'Inscrits à une formation',
    goal: (businesses: string, weeks: number) =>
      `Objectif du programme : ${businesses} commerces en ${weeks} semaines.`,
    asOf: (moment: string) => `Chiffres du ${moment}. Chaque commerce est compté une fois.`,
    steps: 'Comment cela se passe',
    step: (questions: string) => [
      {
        title: 'Vous répondez',
        text: `${questions} questions, une par page. Cinq minutes au total, interrompues quand un client entre.`,
      },
      {
        title: 'Vous lisez où vous en êtes',
        text: 'Cinq thèmes, sans note globale. Chaque point dit d’où il vient.',
      },
      {
        title: 'Vous choisissez',
        text: 'Trois actions au plus. Temps, prix, preuve d’efficacité et solution gratuite sont écrits.',
      },
      {
        title: 'Vous apprenez en 30 minutes',
        text: 'Une formation flash en direct pour faire l’action, avec un exemple de commerce.',
      },
    ],
    allTrainings: (count: string) => `Voir les ${count} formations`,
    phone: 'Vous préférez le téléphone ?',
    phoneText:
      'Une conseillère ou un conseiller peut remplir le diagnostic avec vous, aux heures de bureau. Appelez, ou écrivez :',
    neutral: 'Neutre, et vérifiable',
    neutralText:
      'Les partenaires déclarent leur intérêt. Chaque action propose une solution gratuite ou libre. Aucun traceur, aucun script d’un autre site.',
    neutralLink: 'Lire les intérêts déclarés',
  },
  partners: {
    title: 'Partenaires et intérêts déclarés',
    intro:
      'Qui participe, et ce que chacun peut y gagner. Aucun partenaire ne choisit les actions proposées.',
    interest: 'Intérêt déclaré',
  },
  accessibility: {
    title: 'Accessibilité',
    state:
      'État de conformité : partiellement conforme. Ce site vise les règles WCAG 2.2 niveau AA et le RGAA 4. Il est contrôlé à chaque changement par un outil automatique, page par page ; aucun audit complet par une personne n’a encore eu lieu.',
    works:
      'Ce que nous vérifions : chaque page fonctionne au clavier, sans JavaScript, à 360 pixels de large et agrandie à 200 %. Chaque image de données a sa phrase et son tableau.',
    problem:
      'Une page vous bloque ? Appelez ou écrivez : nous répondons, et nous pouvons remplir le diagnostic avec vous par téléphone.',
  },
  legal: {
    title: 'Mentions légales',
    publisher: 'Éditeur',
    publisherText: (organisation: string) => `Ce site est édité par ${organisation}.`,
    contact: 'Contact',
    software: 'Logiciel',
    softwareText: 'Pignon est un logiciel libre, sous licence Apache 2.0.',
    data: 'Données publiques',
    dataText:
      'Le registre des commerces vient de la base Sirene de l’Insee (Licence Ouverte 2.0). Les communes viennent du Code officiel géographique.',
  },
  privacy: {
    title: 'Confidentialité',
    intro: 'Ce que nous gardons, pourquoi, et pour combien de temps.',
    rows: [
      {
        what: 'Vos réponses au diagnostic',
        why: 'Pour vous montrer où vous en êtes et votre plan.',
        howLong: 'Gardées tant que le programme dure, sauf si vous demandez l’effacement.',
      },
      {
        what: 'Vos quiz et vos avis sur les formations',
        why: 'Pour votre certificat, et pour améliorer les formations. L’équipe ne lit les avis que par cinq au moins, sans nom.',
        howLong: 'Gardés tant que le programme dure, sauf si vous demandez l’effacement.',
      },
      {
        what: 'Votre certificat',
        why: 'Pour prouver la formation suivie : qui a son code y lit votre nom et la formation.',
        howLong: 'Gardé tant que le programme dure, sauf si vous demandez l’effacement.',
      },
      {
        what: 'Votre adresse e-mail',
        why: 'Pour vous envoyer un code, une confirmation, un rappel.',
        howLong: 'Gardée tant que le programme dure, sauf si vous demandez l’effacement.',
      },
      {
        what: 'Les e-mails envoyés',
        why: 'Pour répondre à « je n’ai rien reçu ».',
        howLong: 'Gardés 30 jours ; ceux qui portent un code de connexion, un jour.',
      },
      {
        what: 'L’adresse de votre connexion internet',
        why: 'Pour compter les essais trop nombreux : codes, inscriptions, recherches, vérifications.',
        howLong: 'Gardée deux jours au plus.',
      },
      {
        what: 'Trois cookies au plus',
        why: 'L’un retient la langue choisie, l’autre votre connexion, le dernier le résultat que vous demandez à garder. Aucun avant ce choix.',
        howLong:
          'La langue : un an. La connexion : 30 jours après votre dernière visite. Le résultat : une demi-heure au plus.',
      },
      {
        what: 'Vos réponses, dans votre téléphone',
        why: 'Sans réseau, elles y attendent de pouvoir partir.',
        howLong: 'Jusqu’à leur envoi, puis plus rien.',
      },
      {
        what: 'Votre présence à une formation, et les passages d’un replay que vous avez vus',
        why: 'Pour savoir quelles formations vous avez suivies, et reprendre un replay où vous l’avez laissé. Sans connexion ni lien de réservation, seul votre navigateur retient cet endroit.',
        howLong: 'Gardés tant que le programme dure, sauf si vous demandez l’effacement.',
      },
    ],
    rest: 'Et rien d’autre',
    none: 'Pas de publicité, pas de mesure d’audience, pas de partage avec les partenaires. Aucun autre site n’est appelé par nos pages ; si une vidéo est gardée ailleurs, sa page le dit.',
    link: 'Le lien de votre diagnostic est une clé : toute personne qui l’a peut lire vos réponses.',
    rights: (contact: string) =>
      `Lire, corriger, effacer : écrivez à ${contact}. Vous pouvez aussi vous adresser à la Cnil.`,
  },
  source: {
    title: 'Code source',
    text: 'Ce site fonctionne avec Pignon, un logiciel libre sous licence Apache 2.0. Toute fédération, chambre ou commune peut l’installer pour son propre programme.',
    ask: (contact: string) => `Pour recevoir le code de cette version, écrivez à ${contact}.`,
    version: (version: string, hash: string) =>
      `Contenu du programme : version ${version}, empreinte ${hash}.`,
  },
}

export type SiteTexts = typeof fr
