import { unreachable } from '../../core/never.ts'
import type { Difference } from './difference.ts'
import type { Complaint } from './finding.ts'

type Named = Readonly<Record<string, string>>
const range = (ends: readonly number[] | null) =>
  ends === null ? 'pas assez de réponses' : ends[0] === ends[1] ? `${ends[0]}` : `${ends[0]} à ${ends[1]}`

function complain(complaint: Complaint): string {
  switch (complaint.kind) {
    case 'long-sentence':
      return `une phrase de ${complaint.words} mots (${complaint.language}), ${complaint.most} au plus : coupez « ${complaint.sentence} » en deux`
    case 'jargon':
      return `« ${complaint.word} » est du jargon (${complaint.language}) : écrivez « ${complaint.write} »`
    case 'no-wording':
      return `aucune mesure de clarté pour la langue « ${complaint.language} » : écrivez mostWords et plainWords`
    case 'no-best-before':
      return 'une loi ou un prix est cité ici : écrivez sous bestBefore le jour après lequel le relire, comme 2027-05-31'
    case 'past-best-before':
      return `à relire depuis le ${complaint.day} : vérifiez la loi ou le prix, puis écrivez un jour plus tardif`
    case 'never-offered':
      return `aucun commerce ne se voit proposer « ${complaint.action} » : demandez moins de temps ou d’argent, ou servez un but`
    case 'falling-score':
      return `une meilleure réponse à « ${complaint.question} » peut faire baisser le thème « ${complaint.axis} » : elle montre ou cache une autre question`
    case 'lost-id':
      return `la version ${complaint.version} avait ${complaint.question}${complaint.option === null ? '' : ` et ${complaint.option}`} ; dites dans renames.yaml ce que c’est devenu`
    case 'unlisted-ids':
      return `les identifiants de la version ${complaint.version} ne sont pas tous notés : acceptez, ou montez la version`
    case 'no-personas':
      return 'aucun commerce inventé : écrivez-en, pour voir ce que fait un changement'
    default:
      return unreachable(complaint)
  }
}

const figures = {
  minutes: 'Minutes du plan sur douze semaines',
  euros: 'Euros du plan sur trois mois',
  seconds: 'Secondes pour répondre',
  questions: 'Questions posées',
}

function differ(difference: Difference, axes: Named, actions: Named): string {
  switch (difference.kind) {
    case 'new':
      return 'un nouveau commerce, pas encore accepté'
    case 'gone':
      return 'ce commerce n’est plus là'
    case 'other-order':
      return 'Les mêmes actions dans un autre ordre'
    case 'score':
      return `${axes[difference.axis]} : ${range(difference.before)} devient ${range(difference.after)}`
    case 'dii':
      return `Indice européen : ${range(difference.before)} devient ${range(difference.after)}`
    case 'action-gained':
      return `gagne l’action « ${actions[difference.action] ?? difference.action} »`
    case 'action-lost':
      return `perd l’action « ${actions[difference.action] ?? difference.action} »`
    case 'figure':
      return `${figures[difference.figure]} : ${difference.before} devient ${difference.after}`
    default:
      return unreachable(difference)
  }
}

export const fr = {
  range,
  complain,
  differ,
  good: (version: string) =>
    `Version ${version} : rien à corriger, et aucun commerce inventé ne change de résultat.`,
  found: (findings: number, differences: number) =>
    `À corriger : ${findings}. Changé pour les commerces inventés : ${differences}.`,
  differences: 'Ce que le changement fait aux commerces inventés :',
  howToAccept: 'Si c’est ce que vous voulez : npm run content:check -- --accept',
  accepted: (files: readonly string[]) => `Écrit : ${files.join(', ')}. À enregistrer avec votre changement.`,
  preview: {
    title: 'Contenu du programme',
    lead: 'Ce que le site montrerait s’il démarrait maintenant avec le dossier du programme. Rien n’est publié d’ici.',
    published: 'Version en ligne',
    waiting: 'Version du dossier',
    version: (version: string, mark: string) => `${version} (${mark})`,
    notReadable: 'ne se lit pas',
    state: 'Où en est-on ?',
    isPublished: 'Le dossier est celui du site : aucun changement n’attend.',
    isWaiting: 'Le dossier a changé. Les commerçants ne voient pas encore ce changement.',
    sameVersion: (version: string) =>
      `Le contenu a changé, mais la version est restée ${version}. Montez-la dans programme.yaml.`,
    refused:
      'Le site ne démarrerait pas avec ce dossier. La version en ligne reste en place : les commerçants ne voient aucune différence.',
    problems: 'À corriger avant de publier',
    findings: 'À reprendre',
    findingsText: 'Le site démarrerait. Ces points sont à reprendre avant de publier.',
    noFinding:
      'Rien à reprendre : les mots sont simples, les dates sont bonnes, chaque action peut être proposée.',
    place: (file: string, line: string) => `${file}, ligne ${line}`,
    columns: ['Où', 'Quoi'],
    gained: 'gagnée',
    lost: 'perdue',
    effects: 'Ce qui change pour les commerces inventés',
    effectsText:
      'Chacun répond au contenu en ligne, puis à celui du dossier. Mêmes réponses, même calcul que pour un vrai commerce.',
    noEffect: (shops: string) => `Aucun des ${shops} commerces inventés ne change de résultat.`,
    noShop:
      'Aucun commerce inventé dans ce dossier : écrivez personas.yaml, pour voir ce que fait un changement.',
    changed: (changed: string, shops: string) => `Changent de résultat : ${changed} sur ${shops}.`,
    effectsCaption: 'Commerces qui changent : thèmes qui bougent, actions de plus et de moins',
    effectColumns: ['Commerce', 'Thèmes', 'Actions'],
    actions: (gained: string, lost: string) => `${gained} de plus, ${lost} de moins`,
    sameActions: 'les mêmes',
    axesOf: (shop: string) => `Les thèmes de : ${shop}`,
    moments: { before: 'En ligne', after: 'Dossier' },
    rises: 'Monte.',
    falls: 'Baisse.',
    appears: 'Un chiffre apparaît : assez de réponses comptent.',
    disappears: 'Le chiffre disparaît : trop peu de réponses comptent.',
    range: 'La fourchette change.',
    how: 'Publier',
    howText: [
      'Relancez les processus web et worker : ils lisent le dossier au démarrage.',
      'Chaque version est gardée. Un diagnostic commencé se termine avec les questions de son début.',
      'Sur votre poste : npm run content:check dit la même chose, sans base ni site.',
    ],
  },
}

export type ContentTexts = typeof fr
