import { countedIn } from '../../ui/format.ts'
import { pluralIn } from '../../ui/plural.ts'
import type { ImportField } from './fields.ts'
import type { RowOutcome, RunState } from './list-run.ts'
import type { Reason, Sureness } from './mapping.ts'
import type { NoteCode } from './note.ts'
import type { TableFormat, TableProblem } from './table.ts'

const plural = pluralIn('fr')
const counted = countedIn('fr')
const lines = (count: number) => counted(count, 'ligne', 'lignes')

export const fr = {
  numbered: (place: number) => `Colonne ${place}`,
  problems: {
    missing: 'Ce fichier n’existe pas. Vérifiez son nom et son dossier.',
    unreadable: 'Ce fichier ne peut pas être ouvert. Vérifiez que vous avez le droit de le lire.',
    folder: 'C’est un dossier. Indiquez le fichier à importer.',
    empty: 'Ce fichier est vide.',
    xls: 'C’est un ancien classeur Excel (.xls). Ouvrez-le, choisissez « Enregistrer sous » et le type « Classeur Excel (.xlsx) », puis envoyez ce nouveau fichier.',
    'utf-16': 'Ce fichier est en UTF-16. Enregistrez-le au format « CSV UTF-8 », puis recommencez.',
    binary: 'Ce fichier n’est ni un texte ni un classeur. Envoyez un fichier CSV, XLSX, ODS ou JSON.',
    'other-zip': 'C’est une archive, pas un classeur. Ouvrez-la, puis envoyez le fichier qu’elle contient.',
    json: 'Ce fichier JSON est abîmé ou coupé. Demandez-le de nouveau à qui vous l’a donné.',
    'json-shape': 'Ce fichier JSON ne contient pas de liste de fiches. Envoyez une liste : [ { … }, { … } ].',
    'record-too-long': 'Une fiche de ce fichier est bien trop longue : plus d’un million de signes.',
    'too-many-columns': 'Ce fichier a plus de 500 colonnes. Gardez celles qui servent, puis recommencez.',
    'no-row': 'Ce fichier n’a aucune ligne sous son en-tête.',
    'no-such-sheet': 'Ce classeur n’a pas cette feuille. Choisissez-en une autre.',
    'workbook-broken':
      'Ce classeur est abîmé. Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis renvoyez-le.',
    'workbook-protected':
      'Ce classeur est protégé par un mot de passe. Retirez-le, puis renvoyez le fichier.',
    'workbook-too-big':
      'Ce classeur est trop gros une fois déplié. Enregistrez la feuille au format « CSV UTF-8 », puis envoyez ce fichier.',
    'workbook-too-slow':
      'Ce classeur prend trop de temps à lire. Enregistrez la feuille au format « CSV UTF-8 », puis envoyez ce fichier.',
  } satisfies Record<TableProblem, string> as Readonly<Record<string, string>>,
  reasons: {
    'siret.none': 'pas de numéro SIRET : dites quel commerce c’est dans « À rapprocher »',
    'siret.checksum':
      'ce numéro SIRET contient une faute, il pourrait désigner un autre commerce : corrigez-le ou videz la cellule',
    'name.missing': 'le nom du commerce manque : ajoutez-le',
    'establishment.closed': 'ce commerce est fermé ou inactif : rien à faire',
    'line.columns': 'cette ligne n’a pas autant de cellules que l’en-tête : cherchez un séparateur en trop',
    'line.too-long': 'cette ligne est trop longue, 100 000 octets au plus : raccourcissez-la',
    'line.quote': 'un guillemet s’ouvre ici et ne se referme jamais : fermez-le, puis recommencez',
  } as Readonly<Record<string, string>>,
  notes: {
    'siret.destroyed': 'Un tableur a arrondi ce numéro SIRET : ses derniers chiffres sont perdus.',
    'siret.not-one': 'Ce n’est pas un numéro SIRET : il n’a pas été retenu.',
    'siret.rebuilt': 'Les zéros perdus au début de ce numéro ont été remis.',
    'postal.zero': 'Le zéro perdu de ce code postal a été remis : la commune le confirme.',
    'postal.cedex': 'Ce code postal est un code CEDEX ou n’est pas dans la liste officielle.',
    'postal.insee': 'C’est le code INSEE de la commune, pas un code postal.',
    'postal.unknown': 'Ce code postal n’existe pas : il n’a pas été retenu.',
    'commune.unknown': 'Cette commune ne va pas avec ce code postal : vérifiez les deux.',
    'email.several': 'Cette cellule contient plusieurs e-mails : le premier est le principal.',
    'email.website': 'C’est une adresse de site, pas un e-mail : elle a été rangée avec les sites.',
    'email.invalid': 'Cet e-mail ne peut pas fonctionner : il n’a pas été retenu.',
    'phone.several': 'Cette cellule contient plusieurs téléphones : le premier est le principal.',
    'phone.zero': 'Le zéro perdu de ce téléphone a été remis.',
    'phone.invalid': 'Ce numéro de téléphone n’existe pas : il n’a pas été retenu.',
    'website.several': 'Cette cellule contient plusieurs sites.',
    'website.email': 'C’est un e-mail, pas un site : il a été rangé avec les e-mails.',
    'website.invalid': 'Cette adresse de site ne peut pas fonctionner : elle n’a pas été retenue.',
    'activity.unknown': 'Ce code d’activité n’est pas de la nomenclature NAF : il n’a pas été retenu.',
    'point.unreadable': 'Ces coordonnées ne sont pas des degrés : elles n’ont pas été retenues.',
    'point.unsure': 'Cet emplacement est trop incertain pour une carte : il n’a pas été retenu.',
    'hours.read': 'Ces horaires ont été mis en forme : vérifiez que c’est bien cela.',
    'text.cut': 'Ce texte est trop long : il a été coupé à 250 signes.',
    'row.same-key': 'Ce numéro de fiche est déjà plus haut dans le fichier.',
    'row.same-shop': 'Même nom et même adresse plus haut dans le fichier.',
  } satisfies Record<NoteCode, string> as Readonly<Record<string, string>>,
  becomes: (column: string, before: string, after: string | null) =>
    after === null ? `${column} : « ${before} »` : `${column} : « ${before} » → « ${after} »`,
  outcomes: {
    created: (count: number) => plural(count, 'nouveau', 'nouveaux'),
    changed: (count: number) => plural(count, 'modifié', 'modifiés'),
    unchanged: (count: number) => plural(count, 'inchangé', 'inchangés'),
    doubtful: () => 'à rapprocher',
    refused: (count: number) => plural(count, 'refusé', 'refusés'),
  } satisfies Record<RowOutcome, (count: number) => string>,
  fields: {
    key: 'Numéro de la fiche',
    siret: 'SIRET',
    siren: 'SIREN',
    nic: 'NIC',
    name: 'Nom du commerce',
    legalName: 'Raison sociale',
    sign: 'Enseigne',
    firstName: 'Prénom',
    lastName: 'Nom de la personne',
    streetNumber: 'Numéro dans la rue',
    streetRepetition: 'Bis, ter',
    streetType: 'Type de voie',
    street: 'Rue',
    wholeAddress: 'Adresse entière',
    postalCode: 'Code postal',
    communeCode: 'Code INSEE de la commune',
    commune: 'Commune',
    latitude: 'Latitude',
    longitude: 'Longitude',
    point: 'Latitude et longitude',
    geoScore: 'Sûreté de l’emplacement',
    email: 'E-mail',
    phone: 'Téléphone',
    website: 'Site web',
    activity: 'Code d’activité (NAF)',
    sizeBand: 'Tranche d’effectif',
    openingHours: 'Horaires',
    diffusion: 'Statut de diffusion',
    state: 'Ouvert ou fermé',
    optOut: 'Ne veut plus d’e-mails',
  } satisfies Record<ImportField, string>,
  sureness: { sure: 'sûre', likely: 'probable', guess: 'à vérifier' } satisfies Record<Sureness, string>,
  why: {
    heading: 'd’après l’en-tête',
    contents: 'd’après le contenu',
    both: 'd’après l’en-tête et le contenu',
    remembered: 'comme la dernière fois',
    none: 'pas reconnue',
  } satisfies Record<Reason, string>,
  formats: {
    csv: 'texte (CSV)',
    xlsx: 'classeur Excel (XLSX)',
    ods: 'classeur LibreOffice (ODS)',
    json: 'JSON',
    geojson: 'GeoJSON',
  } satisfies Record<TableFormat, string>,
  encodings: { 'utf-8': 'UTF-8', 'utf-8-bom': 'UTF-8 avec marque', 'windows-1252': 'Windows-1252' },
  delimiters: {
    ';': 'point-virgule',
    ',': 'virgule',
    '\t': 'tabulation',
    '|': 'barre verticale',
  } as Readonly<Record<string, string>>,
  states: {
    waiting: 'en attente',
    running: 'en cours',
    finished: 'terminé',
    broken: 'interrompu',
    cancelled: 'arrêté',
    undoing: 'en cours d’annulation',
    undone: 'annulé',
  } satisfies Record<RunState, string>,
  report: {
    line: 'ligne',
    outcome: 'résultat',
    reason: 'raison',
    notes: 'remarques',
  },
  noName: (columns: string) =>
    `Aucune colonne ne dit le nom du commerce. Colonnes lues : ${columns}. Renommez celle du nom en « Nom », puis recommencez.`,
  atWork: 'Une liste de cette source est déjà en cours d’import. Attendez sa fin.',
  cli: {
    usage:
      'Indiquez un fichier : pignon import FICHIER [--source NOM] [--dry-run] [--sheet N] [--report FICHIER.csv] [--lang fr|en]',
    undoUsage: 'Indiquez l’import à annuler : pignon undo-import NUMÉRO',
    nothingChanged: 'Rien n’a été changé.',
    detected: (format: string, details: string) => `Fichier : ${format}${details && `, ${details}`}.`,
    sheet: (name: string, place: number, count: number) =>
      count > 1 ? `feuille ${place} sur ${count} : « ${name} »` : `feuille « ${name} »`,
    noHeader: 'sans en-tête',
    headerLine: (line: number) => `en-tête à la ligne ${line}`,
    mapped: 'Colonnes comprises :',
    column: (heading: string, field: string, why: string) => `  ${heading} → ${field} (${why})`,
    dry: 'Essai : rien n’est écrit.',
    done: (count: number, seconds: string) => `Fichier lu : ${lines(count)} en ${seconds} s.`,
    broken: (problem: string) => `Import interrompu : ${problem} Les lignes d’avant sont gardées.`,
    died: 'le programme s’est arrêté en route.',
    cut: 'le fichier s’arrête avant sa fin.',
    stopped: 'Import arrêté.',
    told: 'Lignes à regarder :',
    row: (line: number, outcome: string, what: string) => `  ligne ${line}, ${outcome} : ${what}`,
    more: (count: number) => `  et ${counted(count, 'autre ligne', 'autres lignes')}.`,
    written: (file: string) => `Rapport écrit dans ${file}.`,
    undoWith: (id: string) => `Pour annuler cet import : pignon undo-import ${id}`,
    undone: (kept: number) =>
      kept === 0
        ? 'Import annulé.'
        : `Import annulé. ${counted(kept, 'commerce reste', 'commerces restent')} : quelqu’un s’en sert ou l’a changé depuis.`,
    notUndone: 'Cet import ne peut pas être annulé : il est en cours, c’était un essai, ou il l’est déjà.',
  },
}

export type ImportTexts = typeof fr
