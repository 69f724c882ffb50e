import type { Grade } from '../programmes/action.ts'
import type { Merit } from './candidate.ts'
import type { Cause } from './explain.ts'

type Reasoned = Exclude<Cause['why'], 'in-plan'>

const times = (minutes: string) => `${minutes} par semaine`

/** Numbers, durations and prices come written, with their units and spaces. */
export const fr = {
  result: {
    title: 'Votre résultat et votre plan',
    stale: 'Vous avez changé des réponses depuis ce résultat.',
    recompute: 'Refaire mon résultat',
    notYet: 'Votre résultat n’est pas encore fait',
    notYetWhy:
      'Vos réponses sont gardées. Vous pouvez le demander maintenant, même s’il reste des questions.',
    see: 'Voir mon résultat',
    answers: 'Voir et changer mes réponses',
    madeAt: (date: string) => `Fait le ${date}, avec vos réponses de ce jour-là.`,
    link: 'Votre lien privé',
    print: 'Pour le papier : imprimez cette page. Tout y est, avec son adresse.',
    method: 'Comment ce résultat est calculé',
  },
  paper: {
    download: 'Télécharger mon plan (PDF)',
    cost: 'Ce que ça demande :',
    free: 'Sans frais.',
    picture: (axes: readonly string[]) => `Cinq barres de 0 à 100. ${axes.join(' ')}`,
    axis: (label: string, range: string) => `${label} : ${range}.`,
    back: 'Revenir à votre résultat',
    privatePage: 'Votre page privée :',
    private: 'Cette adresse est privée : qui l’a peut lire et changer vos réponses.',
    foot: (programme: string, address: string) => `${programme} · ${address}`,
    page: (number: string, total: string) => `Page ${number} sur ${total}`,
    file: (day: string) => `mon-plan-${day}.pdf`,
  },
  keep: {
    title: 'Garder votre résultat',
    email: 'Votre adresse e-mail',
    emailHint: 'Nous y envoyons votre plan et votre lien privé. Elle ne servira à rien d’autre.',
    send: 'M’envoyer mon plan',
    sent: 'Votre plan est parti',
    sentWhy:
      'Il arrive en général en moins d’une minute. Pensez à regarder dans les courriers indésirables. Nous ne vous écrirons rien d’autre.',
    claim: 'Garder mon résultat',
    claimWhy: 'Dans votre espace, avec un code reçu par e-mail : vous le retrouvez sans ce lien.',
    kept: 'Ce résultat est gardé dans votre espace.',
    mySpace: 'Ouvrir mon espace',
    notKept: 'Ce résultat n’a pas été ajouté à votre espace',
    taken:
      'Il est déjà gardé dans l’espace d’une autre personne. Avec ce lien, vous pouvez toujours le lire.',
    staff:
      'Vous êtes connecté comme membre de l’équipe. Un résultat se garde dans l’espace de la personne qui tient le commerce.',
  },
  done: {
    link: 'Je l’ai fait',
    see: 'Voir ce que j’ai dit',
    back: 'Revenir à mon résultat',
    since: (date: string) => `Vous avez dit l’avoir fait le ${date}.`,
    note: 'Ce qui le montre (facultatif)',
    noteHint: 'Un lien ou quelques mots. Personne ne le vérifie à votre place.',
    next: 'Nous vous reposons ensuite une seule question : celle que cette action a pu changer.',
    yes: 'Oui, c’est fait',
    change: 'Garder ces mots',
    undo: 'Ce n’est pas encore fait',
    title: 'Déjà fait depuis',
    notPlanned: 'Cette action n’est pas dans votre plan',
  },
  leave: {
    button: 'Quitter cet appareil',
    shared: 'Cet appareil est partagé ?',
    why: 'Nous vous déconnectons et n’y laissons rien de vos réponses. Votre lien privé s’affiche une dernière fois.',
    title: 'Nous n’avons rien laissé sur cet appareil',
    done: 'Vous êtes déconnecté. Vos réponses et votre plan sont gardés chez nous.',
    link: 'Pour revenir, depuis votre téléphone ou chez vous, notez cette adresse ou prenez-la en photo :',
    once: 'Nous ne l’affichons qu’une fois. Elle est privée : qui l’a peut lire et changer vos réponses.',
    space: 'Si vous avez gardé ce résultat dans votre espace, un code reçu par e-mail suffit.',
    history:
      'Cet appareil peut encore montrer cette adresse dans son historique. Effacez-le si vous le pouvez, puis fermez cette page.',
  },
  mail: {
    subject: (programme: string) => `Votre plan, ${programme}`,
    title: 'Votre plan',
    intro: (date: string) => `Voici le plan fait le ${date}, avec vos réponses de ce jour-là.`,
    empty: 'Ce plan ne contient pas encore d’action. Votre page dit pourquoi.',
    action: (number: number, title: string, sentences: readonly string[]) =>
      `${number}. ${title}. ${sentences.join(' ')}`,
    open: 'Ouvrir mon résultat',
    private: 'Ce lien est privé : qui l’a peut lire et changer vos réponses. Ne transférez pas ce message.',
    onlyThis: 'Votre adresse a servi à cet envoi, et à rien d’autre.',
    notYou: 'Vous n’avez rien demandé ? Quelqu’un s’est trompé d’adresse : supprimez ce message.',
  },
  errors: {
    'note.long': 'Restez sous 500 signes.',
    'email.missing': 'Écrivez votre adresse e-mail.',
    'email.invalid': 'Cette adresse e-mail n’est pas complète. Exemple : prenom@boutique.fr',
    'email.too-many': 'Ce plan est déjà parti plusieurs fois vers cette adresse. Réessayez dans une heure.',
    'address.too-many':
      'Beaucoup de plans viennent de partir de votre connexion. Réessayez dans un quart d’heure.',
  } as Readonly<Record<string, string>>,
  plan: {
    titles: [
      'Votre plan',
      'Votre plan en une action',
      'Votre plan en deux actions',
      'Votre plan en trois actions',
    ],
    noneKnown: 'Il nous manque des réponses pour proposer une action.',
    answerMore: 'Répondre à d’autres questions',
    noneFits: (minutes: string, euros: string) =>
      `Aucune action ne tient en ${times(minutes)} et ${euros} par mois. La liste « Pourquoi pas » dit ce qui manque.`,
    noneDone:
      'D’après vos réponses, tout ce que nous savons proposer est déjà fait chez vous, ou ne vous concerne pas.',
    total: (minutes: string, euros: string) =>
      `En tout, en moyenne sur trois mois : ${times(minutes)} et ${euros} par mois.`,
    declared: (minutes: string, euros: string) => `Vous aviez dit ${times(minutes)} et ${euros} par mois.`,
    assumedMinutes: (minutes: string) =>
      `Vous n’avez pas dit combien de temps vous avez : nous avons compté ${times(minutes)}.`,
    assumedEuros: (euros: string) =>
      `Vous n’avez pas dit combien vous pouvez dépenser : nous avons compté ${euros}.`,
    sayIt: 'Le dire',
    because: (answers: readonly string[]) => `Parce que vous avez répondu ${answers.join(', et ')}.`,
    answer: (option: string, question: string) => `« ${option} » à « ${question} »`,
    findOut: 'D’abord, savoir ce qu’il en est :',
    toSetUp: (minutes: string) => `Mise en place : ${minutes}.`,
    weekly: (minutes: string) => `Chaque semaine : ${minutes}.`,
    atOnce: (euros: string) => `Achat de départ : ${euros}.`,
    perMonth: (euros: string) => `Chaque mois : ${euros}.`,
    more: 'Sans payer, et ce qui montre que c’est fait',
    moreAbout: (action: string) => ` : ${action}`,
    study: 'Études :',
    firstStep: 'Premier pas :',
    freeWay: 'Sans payer :',
    proof: 'C’est fait quand :',
    verify: 'À vérifier :',
    evidence: 'Ce qu’on en sait :',
    source: 'Source :',
    training: (minutes: string) => `Formation, ${minutes} :`,
    grade: {
      A: 'prouvé par une expérience.',
      B: 'observé en comparant des commerces.',
      C: 'un lien est observé, la cause n’est pas prouvée.',
      D: 'avis de gens du métier, aucune étude trouvée.',
    } satisfies Record<Grade, string> as Readonly<Record<Grade, string>>,
  },
  whyNot: {
    title: 'Pourquoi pas autre chose ?',
    link: (count: string, many: boolean) =>
      many
        ? `Pourquoi pas autre chose ? ${count} autres actions, et la raison de chacune`
        : 'Pourquoi pas autre chose ? Une autre action, et sa raison',
    intro: (planned: number, others: string) =>
      `Notre catalogue a ${others} autres actions. Voici pourquoi chacune n’est pas ${planned === 0 ? 'proposée' : 'dans votre plan'}.`,
    kinds: {
      'less-useful': 'Viendrait ensuite',
      'same-answer': 'Mène au même point qu’une action de votre plan',
      'over-minutes': 'Ne tient pas dans votre temps',
      'over-euros': 'Ne tient pas dans votre budget',
      waits: 'Il faut autre chose avant',
      'find-out-first': 'Il faut d’abord savoir ce qu’il en est',
      unanswered: 'Il manque votre réponse',
      done: 'Déjà fait, ou sans intérêt chez vous',
      'not-applicable': 'Ne vous concerne pas, d’après vos réponses',
    } satisfies Record<Reasoned, string> as Readonly<Record<Reasoned, string>>,
    cost: (minutes: string, euros: string) => `${times(minutes)}, ${euros} par mois en moyenne`,
    answered: (answers: readonly string[]) => `Vous avez répondu ${answers.join(', et ')}.`,
    missing: 'Répondez à :',
    planStarts: 'Votre plan commence par là.',
    aloneMinutes: (minutes: string) => `À elle seule, elle demande ${times(minutes)} en moyenne.`,
    aloneEuros: (euros: string) => `À elle seule, elle demande ${euros} par mois en moyenne.`,
    withPlanMinutes: (minutes: string, all: string) =>
      `Elle demande ${times(minutes)} en moyenne. Avec votre plan, cela ferait ${all}.`,
    withPlanEuros: (euros: string, all: string) =>
      `Elle demande ${euros} par mois en moyenne. Avec votre plan, cela ferait ${all}.`,
    saidMinutes: (minutes: string) => `Vous aviez dit ${times(minutes)}.`,
    saidEuros: (euros: string) => `Vous aviez dit ${euros} par mois.`,
    helps: (actions: readonly string[]) =>
      `D’abord : ${actions.map((title) => `« ${title} »`).join(', ou ')}.`,
    sameAnswer: (line: string, question: string) =>
      `« ${line} », dans votre plan, change déjà la réponse à « ${question} ».`,
    merit: {
      certainty: (line) => `« ${line} » répond à un manque certain. Ici, il faudrait d’abord savoir.`,
      goal: (line) => `« ${line} » sert le but que vous avez dit. Celle-ci le sert moins.`,
      gain: (line) => `« ${line} » fait plus avancer les thèmes où il reste le plus à faire.`,
      evidence: (line) => `L’effet de « ${line} » est mieux établi.`,
      cost: (line) => `À effet égal, « ${line} » demande moins d’argent ou de temps.`,
    } satisfies Record<Merit, (line: string) => string> as Readonly<Record<Merit, (line: string) => string>>,
    tie: (line: string) => `Elle vaut autant que « ${line} ». Un plan s’arrête à trois.`,
    tryIt: 'Voir ce qu’elle changerait',
    tryWhich: (action: string) => ` : ${action}`,
  },
  whatIf: {
    title: 'Et si vous le faisiez ?',
    intro: 'Cochez ce que vous feriez. Vos cinq thèmes sont recalculés, comme votre résultat.',
    planned: 'Les actions de votre plan',
    others: 'D’autres actions possibles',
    othersCount: (count: string) => `D’autres actions possibles (${count})`,
    see: 'Voir ce que cela change',
    again: 'Recalculer',
    change: 'Changer les coches',
    lead: 'Chaque action cochée est comptée comme faite jusqu’au bout. Rien n’est enregistré : ce sont vos réponses d’aujourd’hui qui comptent.',
    nothing: 'Rien n’est coché, donc rien ne change. Cochez une action ci-dessous.',
    nothingToTry: 'Il n’y a pas d’action à essayer : tout est déjà fait, ou il manque des réponses.',
    total: (minutes: string, euros: string) =>
      `Le temps et l’argent, en moyenne sur trois mois : ${times(minutes)} et ${euros} par mois.`,
    fits: 'Cela tient.',
    tooLong: (minutes: string) => `C’est ${times(minutes)} de plus.`,
    tooDear: (euros: string) => `C’est ${euros} par mois de plus.`,
    caption: 'Les cinq thèmes, aujourd’hui et ensuite',
    moments: { before: 'Aujourd’hui', after: 'Ensuite' },
    same: 'Rien ne change ici.',
    notEnough: 'Il manque des réponses pour donner un chiffre, aujourd’hui comme ensuite.',
    appears: 'Aujourd’hui, il manque des réponses. Ensuite, il y en aurait assez pour un chiffre.',
    passes: (from: string, to: string) => `Passe de ${from} à ${to} sur 100.`,
    surePasses: (from: string, to: string) => `Ce qui est sûr passe de ${from} à ${to} sur 100.`,
    possiblePasses: (from: string, to: string) => `Ce qui est possible passe de ${from} à ${to} sur 100.`,
    exactly: (count: string) => count,
    between: (low: string, high: string) => `entre ${low} et ${high}`,
    dii: (before: string, after: string, of: string) =>
      `Points comparables à l’indice européen, sur ${of} : ${before} aujourd’hui, ${after} ensuite.`,
    diiSame: (count: string, of: string) =>
      `Points comparables à l’indice européen, sur ${of} : ${count}, aujourd’hui comme ensuite.`,
    still: (action: string) =>
      `« ${action} » ne bouge aucun chiffre : cette action sert à savoir. Changez ensuite votre réponse.`,
    waiting: (action: string) => `« ${action} » n’est pas comptée : il faut autre chose avant.`,
    whyWaiting: 'Voir ce qu’il faut avant',
    back: 'Revenir à mon résultat',
  },
  method: {
    title: 'La méthode',
    description: 'Comment les cinq thèmes, le plan et les comparaisons sont calculés.',
    intro: (name: string, version: string) =>
      `Programme ${name}, version ${version}. Tout est ici : rien d’autre n’entre dans le calcul.`,
    axes: 'Les cinq thèmes',
    axesRules: [
      'Chaque question a un poids. « Oui » donne tous ses points, « en partie » la moitié, « non » aucun.',
      '« Ne me concerne pas » retire la question du total : elle ne fait ni monter ni baisser.',
      '« Je ne sais pas » ou pas de réponse : le bas de la fourchette compte zéro, le haut compte tout.',
      'Une réponse qui découle d’une autre n’est pas demandée : sans commande à distance, pas de part en ligne. Elle compte dans le thème, vous pouvez la changer, et elle ne compte pas devant l’indice européen.',
      'Si moins de la moitié des points d’un thème est connue, nous ne donnons pas de chiffre.',
      '« À 10 points près » : la vraie valeur est à 10 points au plus du milieu de la plus large des fourchettes.',
      'Il n’y a pas de note générale.',
    ],
    weights: (axis: string) => `Poids des questions : ${axis}`,
    question: 'Question',
    weight: 'Poids',
    plan: 'Le plan',
    planRules: (actions: number, weeks: number, months: number) => [
      `Au plus ${actions} actions. Chacune vient d’au moins une de vos réponses, et la nomme.`,
      `Toutes ensemble, elles tiennent dans le temps et l’argent que vous avez dits. La mise en place est répartie sur ${weeks} semaines, l’achat de départ sur ${months} mois.`,
      'Deux actions qui mènent à la même réponse ne sont pas dans le même plan.',
      'Si vous n’avez rien dit, nous comptons la plus petite réponse proposée, et le résultat le signale.',
      'Ordre : ce qui est certain avant ce qui est à découvrir, puis ce qui sert votre but, puis ce qui apporte le plus aux thèmes les moins avancés, puis la solidité des preuves, puis le coût.',
      '« Et si » : nous supposons les réponses auxquelles mène chaque action cochée, puis le même calcul. Seules comptent les questions déjà posées.',
      'Personne ne paie pour qu’une action soit proposée.',
    ],
    grades: 'La solidité des preuves',
    dii: 'Comparer avec l’Europe : l’indice d’intensité numérique',
    diiVersion: (version: string) => `Version ${version} de l’indice d’Eurostat.`,
    point: 'Point',
    sure: 'Compte',
    possible: 'Laisse ouvert',
    fit: 'Proximité',
    fits: { close: 'proche', loose: 'large' },
    dma: 'L’évaluation européenne des PME (DMA)',
    row: 'Ligne',
    covered: 'Question touchée',
    notCovered: 'aucune',
    sources: 'Les sources',
  },
}

export type PlanTexts = typeof fr
