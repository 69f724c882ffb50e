import type { WorkEnd, WorkStep } from './edition.ts'
import type { Level, Position } from './peers.ts'

const atMost = (score: string) => (score === '0' ? score : `${score} ou moins`)
const atLeast = (score: string) => (score === '100' ? score : `${score} ou plus`)

export const fr = {
  peers: {
    title: 'Des commerces comme le vôtre',
    empty:
      'Dès que dix commerces auront répondu, vous verrez ici où vous en êtes par rapport à eux. Jamais moins de dix : personne ne doit pouvoir deviner les réponses d’un autre.',
    who: (count: string, level: string) => `Vous êtes comparé à ${count} commerces : ${level}.`,
    level: {
      department: (place: string) => `même activité, même taille, même département (${place})`,
      sector: () => 'même activité et même taille, tous départements confondus',
      size: () => 'même taille, toutes activités confondues',
      all: () => 'tous ceux du programme, de toute activité et de toute taille',
    } satisfies Record<Level, (place: string) => string>,
    coarser: {
      department: '',
      sector: 'Dans votre département, il n’y a pas encore assez de réponses.',
      size: 'Pour votre activité à votre taille, il n’y a pas encore assez de réponses.',
      all: 'Pour votre taille, il n’y a pas encore assez de réponses.',
    } satisfies Record<Level, string>,
    edition: (date: string) => `Chiffres arrêtés le ${date}.`,
    compare: 'Me comparer question par question',
    published: 'Ce que disent les enquêtes publiées',
    back: 'Revenir à mon résultat',
    counted: (date: string) =>
      `Pour ce groupe, les chiffres sont restés ceux du ${date} : trop peu de réponses nouvelles sont venues depuis.`,
    newer: (date: string) => `Depuis, d’autres chiffres ont été arrêtés le ${date}.`,
    again: 'Refaire le point pour vous y comparer',
    quarters: (count: string, low: string, middle: string, high: string) =>
      `Sur ${count} commerces, un quart ont ${atMost(low)}, la moitié ${atMost(middle)}, un quart ${atLeast(high)}.`,
    you: {
      above: 'Vous faites autant ou plus que trois commerces sur quatre.',
      within: 'Vous êtes au milieu des autres.',
      below: 'Trois commerces sur quatre font autant ou plus.',
      open: 'Il manque des réponses pour vous situer.',
    } satisfies Record<Position, string>,
    thin: 'Trop peu d’autres commerces ont répondu sur ce thème.',
    caption: 'Vous et des commerces comme le vôtre, sur 100',
    items: 'Question par question',
    itemsIntro: 'La part du groupe pour chaque réponse. La vôtre est en gras.',
    theme: (title: string, count: string, many: boolean) =>
      `${title} : ${count} ${many ? 'questions' : 'question'}`,
    share: (percent: string) => `${percent} %`,
    own: (answer: string) => `${answer} (vous)`,
    noAnswer: 'Sans réponse',
    how: 'Chaque commerce compte une fois, avec son dernier diagnostic terminé et la part sûre de son résultat. Les chiffres ne changent plus jusqu’à la prochaine édition. Aucun groupe de moins de dix.',
  },
  published: {
    title: 'Ailleurs, d’après des enquêtes publiées',
    intro:
      'Ces chiffres ne viennent pas de ce programme. Ils portent sur d’autres entreprises et d’autres questions : ils ne se mélangent pas avec ceux d’au-dessus.',
    open: (count: string, many: boolean) =>
      many
        ? `Lire ces ${count} chiffres, avec leur année et leur source`
        : 'Lire ce chiffre, avec son année et sa source',
    figure: (percent: string, says: string) => `${percent} % ${says}.`,
    whoAndWhen: (who: string, year: string) => `${who}, ${year}.`,
    source: (title: string) => `Source : ${title}`,
    secondHand: 'Chiffre repris d’une autre publication.',
  },
  staff: {
    title: 'Éditions de la comparaison',
    intro:
      'Une édition compte les diagnostics du programme et fige les chiffres que les commerces voient à côté des leurs.',
    make: 'Calculer une édition',
    refresh: 'Actualiser cette page',
    asked: 'L’édition est demandée. Le calcul prend de quelques secondes à une minute.',
    step: (number: string, of: string, what: string) => `Étape ${number} sur ${of} : ${what}.`,
    waiting: 'Le calcul attend son tour.',
    steps: {
      gather: 'réunir les derniers résultats',
      compare: 'comparer avec les éditions précédentes',
      count: 'compter',
      publish: 'figer les chiffres',
    } satisfies Record<WorkStep, string>,
    end: {
      made: 'La dernière édition demandée est prête.',
      'too-soon':
        'Pas de nouvelle édition : moins d’un trimestre a passé, et tous les chiffres n’ont pas encore changé d’au moins dix commerces.',
      'not-enough': 'Pas d’édition : moins de dix commerces du registre ont terminé un diagnostic.',
      'nothing-new': 'Pas de nouvelle édition : aucun chiffre n’a changé d’au moins dix commerces.',
      'at-work': 'Pas de seconde édition : une autre était en cours de calcul.',
      abandoned: 'Le calcul s’est arrêté en chemin. Vous pouvez le relancer.',
    } satisfies Record<WorkEnd, string>,
    forbidden: 'Seule l’équipe qui pilote le programme peut calculer une édition.',
    until: (date: string) => `À partir du ${date}, une édition peut suivre quoi qu’il ait changé.`,
    none: 'Aucune édition pour l’instant',
    noneText: 'La première se calcule dès que dix commerces du registre ont terminé un diagnostic.',
    caption: 'Éditions, la plus récente d’abord',
    columns: ['Édition', 'Calculée', 'Commerces', 'Groupes montrés', 'Chiffres repris'],
    kept: (kept: string, all: string) => `${kept} sur ${all}`,
    rules: 'Les règles',
    rule: [
      'Aucun chiffre sur moins de dix commerces.',
      'Si un seul groupe est trop petit, le plus petit des autres se cache avec lui : une soustraction le trahirait.',
      'Une édition ne change plus. La suivante attend un trimestre, ou dix commerces nouveaux dans chaque chiffre.',
      'Un chiffre qui changerait de moins de dix commerces reste celui d’avant.',
      'Un commerce qui n’est pas au registre ne compte pas. Les autres comptent une fois.',
      'Changer les mots d’une question, ou ses réponses, recommence la comparaison.',
    ],
    command: 'Même chose par une commande : pignon edition.',
  },
  cli: {
    steps: {
      gather: 'Réunit les derniers résultats…',
      compare: 'Compare avec les éditions précédentes…',
      count: 'Compte…',
      publish: 'Fige les chiffres…',
    } satisfies Record<WorkStep, string>,
    made: (number: string, businesses: string, cells: string) =>
      `Édition ${number} : ${businesses} commerces, ${cells} groupes montrés`,
    seconds: (seconds: string) => `, en ${seconds} s.`,
    notEnough: (businesses: string) =>
      `Pas d’édition : ${businesses} commerces du registre ont terminé un diagnostic, il en faut dix.`,
    tooSoon: (date: string) =>
      `Pas de nouvelle édition avant le ${date}, sauf si chaque chiffre a changé d’au moins dix commerces.`,
    nothingNew: 'Pas de nouvelle édition : aucun chiffre n’a changé d’au moins dix commerces.',
    atWork: 'Une édition est déjà en cours de calcul.',
  },
}

export type EditionTexts = typeof fr
