import { countedIn } from '../../ui/format.ts'
import { pluralIn } from '../../ui/plural.ts'
import type { RefusalReason } from './register-line.ts'

const plural = pluralIn('fr')
const counted = countedIn('fr')
const lines = (count: number) => counted(count, 'ligne', 'lignes')

export const fr = {
  reasons: {
    'siret.missing': 'le numéro SIRET manque',
    'siret.spreadsheet': 'un tableur a arrondi ce numéro SIRET : ses derniers chiffres sont perdus',
    'siret.shape': 'ce n’est pas un numéro SIRET : il en faut quatorze chiffres',
    'siret.checksum': 'ce numéro SIRET contient une faute : ses chiffres ne se correspondent pas',
    'siret.duplicate': 'ce numéro SIRET est déjà plus haut dans le fichier : la première ligne compte',
    'name.missing': 'le nom du commerce manque',
    'text.too-long': 'ce texte est trop long : 250 signes au plus',
    'establishment.closed': 'cet établissement est fermé',
    'line.columns': 'cette ligne n’a pas autant de cellules que l’en-tête',
    'line.too-long': 'cette ligne est trop longue : 100 000 octets au plus',
    'line.quote': 'un guillemet s’ouvre sur cette ligne et ne se referme jamais',
  } satisfies Record<RefusalReason, string> as Readonly<Record<string, string>>,
  problems: {
    missing: 'Ce fichier n’existe pas. Vérifiez son nom et son dossier.',
    unreadable: 'Ce fichier ne peut pas être ouvert. Vérifiez que vous avez le droit de le lire.',
    folder: 'C’est un dossier. Indiquez le fichier à importer.',
    empty: 'Ce fichier est vide.',
    workbook:
      'C’est un classeur de tableur. Ouvrez-le, enregistrez la feuille au format « CSV UTF-8 », puis importez ce nouveau fichier.',
    'utf-16': 'Ce fichier est en UTF-16. Enregistrez-le au format « CSV UTF-8 », puis recommencez.',
    binary: 'Ce fichier n’est pas un texte. Un fichier CSV est attendu.',
    'no-heading': 'La première ligne ne se lit pas. Elle doit nommer les colonnes.',
  },
  notUtf8: (line: number) =>
    `Ligne ${line} : les accents ne sont pas en UTF-8. Enregistrez le fichier au format « CSV UTF-8 », puis recommencez.`,
  missingColumns: (missing: string, found: string) =>
    `Il manque ${missing} dans l’en-tête. Colonnes lues : ${found}.`,
  columns: { siret: 'la colonne du SIRET', name: 'la colonne du nom' },
  and: ' et ',
  nothingChanged: 'Rien n’a été changé.',
  progress: (percent: number, count: number) => `${percent} %, ${lines(count)}`,
  done: (count: number, seconds: string) => `Fichier lu : ${lines(count)} en ${seconds} s.`,
  broken: (line: number) =>
    `Import arrêté à la ligne ${line} : un guillemet s’ouvre et ne se referme jamais. Les lignes d’avant sont gardées. Corrigez la ligne, puis relancez.`,
  counts: {
    created: (count: number) => plural(count, 'créé', 'créés'),
    changed: (count: number) => plural(count, 'modifié', 'modifiés'),
    unchanged: (count: number) => plural(count, 'inchangé', 'inchangés'),
    refused: (count: number) => plural(count, 'refusé', 'refusés'),
  },
  refusedTitle: 'Lignes refusées :',
  refusal: (line: number, reason: string) => `  ligne ${line} : ${reason}`,
  cell: (column: string, value: string) => ` (${column} : « ${value} »)`,
  more: (count: number) =>
    `  et ${counted(count, 'autre ligne refusée', 'autres lignes refusées')} : voir /equipe/imports.`,
  sizeBand: (from: string, to: string | null) =>
    to === null
      ? `${from} salariés ou plus`
      : from === to
        ? from === '0'
          ? 'aucun salarié'
          : `${from} salariés`
        : `de ${from} à ${to} salariés`,
}

export type BusinessTexts = typeof fr
