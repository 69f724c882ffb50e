const rank = (place: number) => (place === 1 ? '1er' : `${place}e`)

export const fr = {
  join: {
    title: 'Attendre une place',
    text: 'Si une place se libère, nous vous l’offrons par e-mail, dans l’ordre des inscriptions.',
    ahead: (waiting: number): string => {
      if (waiting === 0) return 'Personne n’attend encore.'
      return waiting === 1 ? '1 personne attend déjà.' : `${waiting} personnes attendent déjà.`
    },
    submit: 'M’inscrire sur la liste d’attente',
    lineFull: (places: number) =>
      `La liste d’attente est complète aussi : ${places} personnes attendent. Choisissez une autre date.`,
    emailHint: 'L’offre d’une place y arrive, avec le lien pour la prendre ou la laisser.',
  },
  known: {
    title: 'Cette adresse est déjà sur la liste',
    text: (email: string) => `${email} attend déjà une place pour cette session. Rien n’a changé.`,
    again: 'Nous renvoyons l’e-mail à cette adresse. Il contient le lien pour voir ou quitter la liste.',
  },
  entry: {
    titles: {
      waiting: 'Vous êtes sur la liste d’attente',
      offered: 'Une place est libre pour vous',
      accepted: 'La place est à vous',
      left: 'Vous avez quitté la liste d’attente',
      lapsed: 'Cette offre est terminée',
      over: 'Cette session a commencé',
      'called-off': 'Cette session est annulée',
    },
    rank: (place: number) => `Votre rang : ${rank(place)} sur la liste.`,
    promise: 'Dès qu’une place se libère, elle est gardée pour vous et nous vous écrivons.',
    short: 'Près de la date, une offre dure moins longtemps : un quart d’heure au moins.',
    sent: (email: string) => `Un e-mail part à ${email}. Il contient le lien de cette page.`,
    held: (until: string) => `Nous gardons la place jusqu’au ${until}.`,
    after: 'Ensuite, elle va à la personne suivante.',
    accepted: 'Tout est sur la page de votre réservation.',
    left: 'Vous ne recevrez plus d’e-mail pour cette session.',
    lapsed: 'Le délai est passé : la place est allée à la personne suivante. Rien n’est réservé à votre nom.',
    over: 'Aucune place ne s’est libérée à temps. Une autre date vous convient peut-être.',
    calledOff: 'Elle n’aura pas lieu : la liste d’attente est close. Vous n’avez rien à faire.',
    training: 'Formation',
    when: 'Quand',
    with: 'Avec',
    for: 'Pour le commerce',
    take: 'Je prends la place',
    letGo: 'Je laisse la place',
    leave: 'Quitter la liste',
    booking: 'Voir ma réservation',
    again: 'Attendre de nouveau',
    otherDates: 'Voir les autres dates',
    keep: 'L’adresse de cette page est à vous : qui l’a peut quitter la liste ou prendre la place.',
  },
  leave: {
    titles: { waiting: 'Quitter la liste d’attente', offered: 'Laisser la place' },
    question: (training: string, moment: string) => `${training}, ${moment}.`,
    consequence: {
      waiting: 'Vous perdez votre rang. Vous pourrez vous réinscrire, en fin de liste.',
      offered: 'La place ira tout de suite à la personne suivante.',
    },
    stay: { waiting: 'Rester sur la liste', offered: 'Revoir l’offre' },
  },
  mySpace: {
    title: 'Mes listes d’attente',
    waiting: (place: number) => `Rang : ${rank(place)} sur la liste`,
    offered: (until: string) => `Une place est gardée pour vous jusqu’au ${until}`,
  },
  roster: {
    caption: 'Liste d’attente',
    columns: ['Rang', 'Personne', 'E-mail', 'Commerce', 'En attente depuis'],
    unnamed: 'Sans nom',
    offered: (until: string) => `Offre jusqu’au ${until}`,
    rank,
    taken: 'Les places offertes comptent comme prises.',
    title: 'Nombre de places',
    label: 'Places de la session',
    hint: 'Une place de plus va d’abord à la liste d’attente.',
    submit: 'Changer le nombre de places',
    changed: (capacity: number) => `La session a maintenant ${capacity} places.`,
    errors: {
      'capacity.invalid': 'Le nombre de places va de 1 à 1000.',
      closed: 'La session a commencé ou est annulée : le nombre de places ne change plus.',
      forbidden: 'Seule l’équipe du programme peut changer le nombre de places.',
    },
    tooLow: (taken: number): string =>
      taken === 1
        ? '1 place est déjà prise ou gardée pour quelqu’un : le nombre ne peut pas être plus petit.'
        : `${taken} places sont déjà prises ou gardées pour quelqu’un : le nombre ne peut pas être plus petit.`,
  },
  mail: {
    joined: {
      subject: (training: string, moment: string) => `Liste d’attente : ${training}, ${moment}`,
      title: 'Vous êtes sur la liste d’attente',
      intro: (training: string) =>
        `La formation flash « ${training} » est complète. Vous attendez une place.`,
      rank: 'Votre rang',
      place: (place: number) => `${rank(place)} sur la liste`,
      promise: 'Dès qu’une place se libère, elle est gardée pour vous et nous vous écrivons.',
      button: 'Voir ma place sur la liste',
    },
    offered: {
      subject: (training: string, until: string) => `Une place pour vous jusqu’au ${until} : ${training}`,
      title: 'Une place est libre pour vous',
      intro: (training: string) => `Une place s’est libérée pour la formation flash « ${training} ».`,
      until: 'Gardée jusqu’au',
      after: 'Sans réponse à cette heure, la place va à la personne suivante.',
    },
    lapsed: {
      subject: (training: string, moment: string) => `Offre terminée : ${training}, ${moment}`,
      title: 'La place est allée à la personne suivante',
      intro: (training: string) =>
        `Le délai est passé pour la formation flash « ${training} ». Rien n’est réservé à votre nom.`,
      again: 'Vous pouvez attendre de nouveau, en fin de liste, ou choisir une autre date.',
      button: 'Attendre de nouveau',
    },
    moved: {
      subject: (training: string, moment: string) => `Nouvelle date : ${training}, ${moment}`,
      title: 'Cette session a changé de date',
      intro: (training: string) =>
        `La session de la formation flash « ${training} » que vous attendez a une nouvelle date. Vous gardez votre rang sur la liste.`,
    },
    'called-off': {
      subject: (training: string, moment: string) => `Session annulée : ${training}, ${moment}`,
      title: 'Cette session est annulée',
      intro: (training: string) =>
        `La session de la formation flash « ${training} » que vous attendiez n’aura pas lieu. Vous n’avez rien à faire.`,
      button: 'Voir les autres dates',
    },
  },
}

export type WaitingTexts = typeof fr
