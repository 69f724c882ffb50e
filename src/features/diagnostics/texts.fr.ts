const points = (count: number) => (count < 2 ? 'point' : 'points')

/** Numbers come written, with their spaces; `count` beside them only chooses between one and many. */
export const fr = {
  start: {
    title: 'Où en est votre commerce ?',
    description: 'Un diagnostic court, sans compte, qui finit par un plan de trois actions au plus.',
    lead: (questions: string, minutes: number) =>
      `${questions} questions, ${minutes} minutes. À la fin : ce que vous pouvez faire, en trois actions au plus.`,
    promises: [
      'Pas de compte à créer.',
      'Vous pouvez répondre « Je ne sais pas », passer une question, vous arrêter et reprendre.',
      'Vos réponses restent à vous.',
    ],
    find: 'Trouver mon commerce',
    findAgain: 'Chercher autrement',
    findWhy: 'Nous remplissons alors une partie des réponses à votre place.',
    q: 'Nom du commerce ou SIRET',
    qHint: 'Par exemple : boulangerie Martin. Le SIRET a 14 chiffres.',
    town: 'Ville',
    search: 'Chercher',
    results: (count: string, many: boolean) => (many ? `${count} commerces trouvés` : 'Un commerce trouvé'),
    firstResults: (count: string) => `Les ${count} premiers commerces trouvés`,
    tooMany: 'Le vôtre n’y est pas ? Ajoutez la ville ou la rue.',
    siret: (siret: string) => `SIRET ${siret}`,
    isMine: 'C’est mon commerce',
    isMineWhich: (name: string, street: string) => ` : ${name}, ${street}`,
    none: 'Aucun commerce trouvé',
    noneWhy:
      'Essayez un seul mot du nom, le nom de l’enseigne, ou les 14 chiffres du SIRET. Certains commerces ont choisi de ne pas figurer dans le registre public.',
    without: 'Je ne trouve pas mon commerce',
    withoutWhy: 'Le diagnostic marche aussi sans. Vous répondrez à deux questions de plus.',
    goOn: 'Continuer sans le dire',
    onPaper: 'Je préfère répondre sur papier',
  },
  question: {
    back: 'Question précédente',
    skip: 'Passer cette question',
    backTo: { resultat: 'Revenir à mon résultat', reponses: 'Revenir à mes réponses' },
    see: 'Voir mes réponses, ou mon résultat dès maintenant',
    prefilled: 'Cette réponse vient du registre des entreprises. Changez-la si elle n’est pas juste.',
    inferred: 'Cette réponse découle de vos autres réponses. Changez-la si elle n’est pas juste.',
    firstPicture: (count: string) => `${count} réponses données : une première image est prête.`,
    seeFirst: 'Voir une première image',
    seeFirstWhy: 'Vous pourrez l’affiner ensuite, avec les questions qui restent.',
    later: 'Continuer plus tard',
    laterWhy: 'Chaque réponse est déjà gardée. Pour reprendre, gardez ce lien :',
    private: 'Ce lien est privé : qui l’a peut lire et changer vos réponses.',
  },
  offline: {
    waiting: (count: string, many: boolean) =>
      many
        ? `Pas de réseau. Continuez : vos ${count} réponses sont gardées ici et partiront toutes seules.`
        : 'Pas de réseau. Continuez : votre réponse est gardée ici et partira toute seule.',
    leaving: (count: string, many: boolean) =>
      many
        ? `La suite a besoin du réseau. Vos ${count} réponses sont gardées ici ; la page s’ouvrira dès qu’il revient.`
        : 'La suite a besoin du réseau. Votre réponse est gardée ici ; la page s’ouvrira dès qu’il revient.',
  },
  answers: {
    title: 'Vos réponses',
    profile: 'Votre commerce',
    none: 'Sans réponse',
    from: { prefilled: 'trouvé dans le registre', inferred: 'déduit de vos réponses' },
    change: 'Changer',
    answer: 'Répondre',
    about: (question: string) => ` : ${question}`,
    left: (count: string, many: boolean) =>
      many
        ? `Il reste ${count} questions sans réponse. Vous pouvez voir votre résultat dès maintenant : il sera seulement moins précis.`
        : 'Il reste une question sans réponse. Vous pouvez voir votre résultat dès maintenant : il sera seulement un peu moins précis.',
    complete: 'Vous avez répondu à tout. Vous pourrez encore changer vos réponses après.',
    goOn: 'Continuer les questions',
    seeResult: 'Voir mon résultat',
  },
  axes: {
    title: 'Où vous en êtes',
    intro: 'Cinq thèmes, sur 100. Ce n’est pas une note : c’est la part de ce qui est déjà en place.',
    caption: 'Les cinq thèmes, de ce qui est sûr à ce qui est possible',
    most: 'Presque tout est en place.',
    some: 'Une partie est en place.',
    little: 'Il y a de la place pour avancer.',
    unknown: (count: string, many: boolean) =>
      many
        ? `${count} réponses manquent pour être plus précis.`
        : 'Une réponse manque pour être plus précis.',
    notEnough: (known: string, asked: string) =>
      `Il manque des réponses : ${known} sur ${asked} sont connues. Nous ne donnons pas de chiffre.`,
    notConcerned: 'Ce thème ne concerne pas votre commerce.',
    sources: 'D’où vient chaque point',
    sourcesOf: (axis: string) => `D’où viennent les points : ${axis}`,
    question: 'Question',
    yourAnswer: 'Votre réponse',
    pointsHeading: 'Points',
    points: (earned: string, of: string, count: number) => `${earned} ${points(count)} sur ${of}`,
    pointsUnknown: (of: string) => `inconnu, sur ${of}`,
    notCounted: 'ne compte pas',
  },
  precision: {
    title: (isRough: boolean, how: string) =>
      `${isRough ? 'Première image' : 'Résultat'}${how === '' ? '' : `, ${how}`}`,
    within: (points: string, isRough: boolean, count: number) =>
      `${isRough ? 'précise' : 'précis'} à ${count === 1 ? 'un point' : `${points} points`} près`,
    exact: 'sans fourchette',
    all: 'Tous les thèmes ont un chiffre.',
    some: (shown: string, of: string, count: number) =>
      `${count === 1 ? 'Un thème' : `${shown} thèmes`} sur ${of} ${count === 1 ? 'a' : 'ont'} un chiffre. Les autres attendent vos réponses.`,
    none: 'Aucun thème n’a encore assez de réponses pour un chiffre.',
    left: (count: string, minutes: number, many: boolean) =>
      many
        ? `${count} questions sont sans réponse : environ ${minutes} ${minutes < 2 ? 'minute' : 'minutes'}.`
        : 'Une question est sans réponse.',
    refine: 'Affiner mon résultat',
    list: 'Voir les questions sans réponse',
  },
  dii: {
    title: 'Comparer avec l’Europe',
    exactly: (count: string, of: string, sure: number) =>
      `${count} ${points(sure)} sur ${of}, ${sure < 2 ? 'comparable' : 'comparables'} à l’indice européen d’intensité numérique.`,
    between: (low: string, high: string, of: string) =>
      `Entre ${low} et ${high} points sur ${of}, comparables à l’indice européen d’intensité numérique.`,
    caveats: [
      'Vos réponses sont déclarées : personne ne les a vérifiées.',
      'Les chiffres officiels portent sur les entreprises de 10 personnes et plus. Ils ne sont pas une norme pour un petit commerce.',
    ],
    table: (of: string) => `Les ${of} points, un par un`,
    point: 'Point',
    answer: 'Votre réponse',
    counts: 'Compte',
    state: { sure: 'oui', possible: 'peut-être', no: 'non' },
    dma: (covered: string, of: string, yes: string) =>
      `Évaluation européenne des PME (DMA), question 3 : nos questions touchent ${covered} lignes sur ${of}. Vous en avez ${yes}. Ce n’est pas un score.`,
  },
  again: {
    title: 'Et dans quelques mois ?',
    why: 'Les mêmes questions, avec vos réponses d’aujourd’hui proposées. Vous verrez ce qui a changé.',
    button: 'Refaire le point',
    lastTime: (answer: string) => `Comme la dernière fois : ${answer}`,
    change: 'Depuis la dernière fois',
    recomputed:
      'Les questions ont changé depuis. L’ancien résultat est recalculé ici avec les questions d’aujourd’hui.',
    lost: (count: string, many: boolean) =>
      many
        ? `${count} anciennes réponses n’ont plus de question : elles ne comptent pas.`
        : 'Une ancienne réponse n’a plus de question : elle ne compte pas.',
    ways: {
      up: 'A avancé.',
      down: 'A reculé.',
      same: 'N’a pas bougé.',
      unsure: 'Il manque des réponses pour dire si cela a changé.',
    },
  },
  notFound: {
    title: 'Ce lien ne mène à aucun diagnostic',
    reason:
      'Il est peut-être incomplet : dans un e-mail ou un message, un lien tient parfois sur deux lignes.',
    start: 'Commencer un diagnostic',
  },
  noQuestion: {
    title: 'Cette question n’existe pas',
    reason: 'Vos réponses sont gardées. Reprenez là où vous en étiez.',
    goOn: 'Reprendre mon diagnostic',
  },
  closed: {
    title: 'Ce programme est terminé',
    since: (programme: string, day: string) => `${programme} prenait les réponses jusqu’au ${day}.`,
    stays: 'Si vous avez le lien d’un diagnostic, ouvrez-le : votre résultat et votre plan restent lisibles.',
    kept: 'Tout ce que vous aviez répondu est gardé. Votre résultat et votre plan restent lisibles.',
    result: 'Voir mon résultat',
    ask: 'Une question ? Écrivez-nous :',
  },
  tooMany: {
    title: 'Un peu de patience',
    start:
      'Beaucoup de diagnostics viennent de commencer depuis votre connexion. Réessayez dans dix minutes.',
    search:
      'Beaucoup de recherches viennent d’être faites depuis votre connexion. Réessayez dans cinq minutes.',
    answers:
      'Ce diagnostic a été changé trop de fois. Votre résultat reste visible. Pour d’autres réponses, commencez un nouveau diagnostic.',
  },
  errors: {
    'option.missing': 'Choisissez une des réponses, ou passez la question.',
    'option.unknown': 'Cette réponse n’appartient pas à cette question. Choisissez-en une ci-dessous.',
    'q.short': 'Écrivez au moins trois lettres du nom, ou les 14 chiffres du SIRET.',
    'commerce.unknown':
      'Ce commerce n’est plus dans le registre. Cherchez-le à nouveau, ou continuez sans le dire.',
  } as Readonly<Record<string, string>>,
}

export type DiagnosticTexts = typeof fr
