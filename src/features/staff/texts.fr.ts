import type { StaffRole } from '../accounts/person.ts'
import { countedIn, formatNumber } from '../../ui/format.ts'
import type { ContactKind } from '../imports/list-entry.ts'
import type { Step } from './story.ts'

const counted = countedIn('fr')

export const fr = {
  roles: { adviser: 'conseil', trainer: 'formation', operator: 'pilotage' } satisfies Record<
    StaffRole,
    string
  >,
  forbidden: {
    title: 'Cette page ne fait pas partie de votre rôle',
    reason: (role: string) => `Vous êtes ici pour : ${role}.`,
    next: 'Si vous en avez besoin, demandez à l’équipe qui pilote le programme.',
    home: 'Voir les indicateurs',
  },
  indicators: {
    title: 'Indicateurs',
    asOf: (moment: string) => `Comptés le ${moment}.`,
    rules: 'Comment lire ces chiffres',
    rule: [
      'Chaque commerce compte une fois à chaque étape.',
      'Les étapes ne s’additionnent pas : un commerce inscrit est aussi un commerce diagnostiqué, s’il a fait les deux.',
      'Inscrit ne veut pas dire présent, et un plan proposé n’est pas un plan suivi.',
    ],
    more: 'Le reste du comptoir',
    imports: 'Imports de fichiers',
    editions: 'Éditions de la comparaison',
    members: 'Membres de l’équipe',
    content: 'Contenu du programme',
    caption: 'Les indicateurs',
    columns: ['Indicateur', 'Valeur', 'Unité'],
  },
  businesses: {
    title: 'Commerces',
    name: 'Nom, enseigne, rue ou SIRET',
    nameHint: 'Les accents ne comptent pas.',
    town: 'Commune ou code postal',
    search: 'Chercher',
    caption: (count: number) => counted(count, 'commerce', 'commerces'),
    captionCut: (count: number) => `Les ${formatNumber(count, 'fr')} premiers commerces trouvés`,
    captionFound: (count: number) => counted(count, 'commerce trouvé', 'commerces trouvés'),
    columns: ['Commerce', 'Activité', 'Adresse', 'SIRET', 'Étape'],
    many: (count: string) => `Ce sont les ${count} premiers. Ajoutez un mot pour en voir d’autres.`,
    next: 'Suite de la liste',
    first: 'Début de la liste',
    none: 'Aucun commerce ne correspond',
    noneText:
      'Essayez un mot de moins, ou le numéro SIRET. Un commerce qui a demandé à ne pas être affiché n’apparaît pas.',
    empty: 'Le registre est vide',
    emptyText: 'Il se remplit en important un fichier : pignon import FICHIER.',
    paper: 'Saisir un formulaire papier',
    about:
      'Un commerce est un établissement, connu par son SIRET. Ceux qui ont demandé à l’Insee de ne pas être affichés n’apparaissent jamais ici.',
  },
  steps: { register: 'au registre', diagnosed: 'diagnostiqué', booked: 'inscrit' } satisfies Record<
    Step,
    string
  >,
  story: {
    back: 'Tous les commerces',
    facts: 'Ce que dit le registre',
    legalName: 'Raison sociale',
    siret: 'SIRET',
    activity: 'Activité',
    size: 'Effectif',
    address: 'Adresse',
    source: 'Source',
    importedAt: 'Importé le',
    unknown: 'inconnu',
    diagnostics: 'Diagnostics',
    book: 'Réserver une formation au téléphone',
    fillIn: 'Remplir un diagnostic avec la personne, ou saisir son papier',
    started: (moment: string) => `Commencé le ${moment}`,
    finished: (moment: string) => `Diagnostic du ${moment}`,
    unfinished: 'Pas encore terminé : aucun résultat.',
    axesCaption: 'Où en est ce commerce',
    axesColumns: ['Thème', 'Déjà en place'],
    plan: 'Son plan',
    noAction: 'Aucune action proposée.',
    done: 'Dit fait par le commerce, non vérifié',
    because: (answers: readonly string[]) => `Parce que la réponse est ${answers.join(', et ')}.`,
    answer: (option: string, question: string) => `« ${option} » à « ${question} »`,
    result: 'Ouvrir le résultat',
    resume: 'Ouvrir le diagnostic',
    noDiagnostic: 'Pas encore de diagnostic',
    noDiagnosticText: 'Le résultat et le plan de ce commerce seront ici.',
    bookings: 'Inscriptions',
    noBooking: 'Pas encore d’inscription.',
    bookingsCaption: 'Inscriptions aux formations',
    bookingColumns: ['Formation', 'Session', 'Personne', 'État'],
    booked: 'inscrit',
    past: 'session passée',
    cancelled: 'annulé',
    contacts: 'Coordonnées',
    listings: 'Ce que disent les listes',
    contactKinds: { email: 'E-mail', phone: 'Téléphone', website: 'Site web' } satisfies Record<
      ContactKind,
      string
    >,
    contactFrom: (source: string, day: string) => `donné par « ${source} », le ${day}`,
    opposed: 'ne pas écrire',
    keys: 'Un lien de diagnostic est une clé',
    keysText:
      'Qui l’ouvre peut lire et changer les réponses. Ne le transmettez qu’à la personne du commerce.',
  },
  imports: {
    title: 'Imports de fichiers',
    back: 'Tous les imports',
    caption: 'Imports, du plus récent au plus ancien',
    columns: ['Fichier', 'Source', 'Commencé', 'État', 'Lignes', 'Créés', 'Modifiés', 'Inchangés', 'Refusés'],
    finished: 'terminé',
    unfinished: 'non terminé',
    unfinishedText:
      'Cet import court encore, ou s’est arrêté en chemin. Ce qui est compté ici est gardé ; relancer le même fichier fait le reste.',
    empty: 'Aucun fichier importé',
    emptyText: 'Un fichier s’importe par une commande : pignon import FICHIER.',
    lists: 'Importer une liste d’une autre forme (Excel, CSV d’une mairie, d’une fédération…)',
    how: 'Importer un fichier',
    howText: [
      'Commande : pignon import FICHIER --source NOM.',
      'Le même fichier une seconde fois ne change rien.',
      'Un commerce absent du fichier n’est pas supprimé.',
    ],
    refusals: 'Lignes refusées',
    noRefusal: 'Aucune ligne refusée.',
    reasons: 'Par raison',
    reasonColumns: ['Raison', 'Lignes'],
    refusalColumns: ['Ligne', 'Raison', 'Colonne', 'Contenu'],
    refusalCaption: (shown: number, all: number) =>
      `${counted(shown, 'ligne montrée', 'lignes montrées')} sur ${formatNumber(all, 'fr')}`,
  },
  members: {
    title: 'Membres de l’équipe',
    caption: 'Membres',
    columns: ['Nom', 'E-mail', 'Rôle', 'Invité le', 'Première connexion'],
    notYet: 'pas encore',
    invite: 'Inviter une personne',
    name: 'Prénom et nom',
    email: 'Adresse e-mail',
    role: 'Rôle',
    roleHints: {
      adviser: 'Voit les commerces et leur histoire, peut leur écrire.',
      trainer: 'Voit ses sessions et qui vient.',
      operator: 'Voit tout, planifie les sessions, invite l’équipe.',
    } satisfies Record<StaffRole, string>,
    send: 'Envoyer l’invitation',
    invited: (name: string) => `${name} va recevoir un e-mail avec le lien pour se connecter.`,
    already: (role: string) => `Cette personne est déjà membre de l’équipe. Son rôle : ${role}.`,
    how: 'Comment on entre',
    howText: 'Sans mot de passe : la personne reçoit un code à six chiffres par e-mail, à chaque connexion.',
  },
  command: {
    usage: 'pignon invite prenom@exemple.fr --name "Prénom Nom" [--role operator|adviser|trainer]',
    invited: (email: string, role: string) =>
      `${email} fait partie de l’équipe (${role}) et reçoit un e-mail qui dit comment entrer.`,
    already: (email: string, role: string) =>
      `${email} fait déjà partie de l’équipe (${role}). Rien n’a changé.`,
  },
  invitation: {
    subject: (programme: string) => `Votre accès au comptoir : ${programme}`,
    title: (programme: string) => `Bienvenue dans l’équipe : ${programme}`,
    hello: (name: string) => `Bonjour ${name},`,
    invited: (by: string, role: string) => `${by} vous invite dans l’équipe. Votre rôle : ${role}.`,
    how: (email: string) =>
      `Pour entrer, demandez un code avec cette adresse : ${email}. Il n’y a pas de mot de passe.`,
    button: 'Aller à la connexion',
    unwanted: 'Vous n’attendiez pas cette invitation ? Ne faites rien.',
  },
}

export type StaffTexts = typeof fr
