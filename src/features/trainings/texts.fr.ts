export const fr = {
  catalogue: {
    title: 'Les formations flash',
    description: 'Des formations gratuites de 30 minutes, en direct, pour les petits commerces.',
    lead: (count: number) =>
      `${count} formations de 30 minutes, en direct et gratuites. Chacune finit par une chose faite.`,
    tip: 'Vous ne savez pas laquelle choisir ? Le diagnostic vous en propose, selon vos réponses.',
    start: 'Faire mon diagnostic',
    noDate: 'Pas encore de date.',
    length: (minutes: string) => `${minutes}.`,
    lengthAndPreparation: (minutes: string, preparation: string) =>
      `${minutes}, et ${preparation} à préparer avant.`,
    found: (found: number, all: number) => {
      if (found === 0) return `Aucune formation sur ${all} :`
      return found === 1 ? `1 formation sur ${all} :` : `${found} formations sur ${all} :`
    },
    clear: 'Effacer les filtres',
    nothing: 'Aucune formation ne correspond',
    nothingText: 'Aucune formation n’est tout cela à la fois. Effacez les filtres, ou changez-en un.',
    outcome: 'À la fin',
  },
  filter: {
    change: 'Changer les filtres',
    open: 'Choisir par thème, besoin, temps ou date',
    theme: 'Quel thème ?',
    anyTheme: 'Tous les thèmes',
    need: 'Que voulez-vous d’abord ?',
    anyNeed: 'Tous les besoins',
    length: 'Combien de temps, préparation comprise ?',
    anyLength: 'Peu importe',
    atMost: (minutes: string) => `${minutes} au plus`,
    date: 'Quand ?',
    hasDate: (weeks: number) => `Avec une place d’ici ${weeks} semaines`,
    counted: (label: string, count: number) => `${label} (${count})`,
    submit: 'Montrer les formations',
  },
  training: {
    fromPlan: 'Proposée par votre plan',
    fromPlanText: 'Cette formation aide à faire une action de votre plan.',
    toPlan: 'Revoir mon plan',
    outcome: 'À la fin, vous pourrez dire',
    facts: 'L’essentiel',
    audience: 'Pour qui',
    length: 'Durée',
    preparation: 'À préparer avant',
    noPreparation: 'Rien',
    prerequisites: 'À suivre avant',
    none: 'Aucune formation',
    needs: 'À avoir sous la main',
    doneWhen: 'C’est fait quand',
    price: 'Prix de la formation',
    free: 'Gratuite',
    cost: 'Coût des outils',
    freeWay: 'Solution gratuite ou libre',
    sponsor: 'Intérêts déclarés',
    trainer: 'Animée par',
    verify: 'À vérifier',
    all: 'Toutes les formations',
    sessions: 'Les prochaines dates',
  },
}

export type TrainingTexts = typeof fr
