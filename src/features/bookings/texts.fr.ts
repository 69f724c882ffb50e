const toldWords = (people: number): string => {
  if (people === 0) return 'Personne n’avait de place.'
  return people === 1 ? '1 personne est prévenue.' : `${people} personnes sont prévenues.`
}

export const fr = {
  booking: {
    title: (training: string) => `Réserver : ${training}`,
    when: 'Quand',
    length: 'Durée',
    with: 'Avec',
    seats: 'Places',
    for: 'Pour le commerce',
    email: 'Votre adresse e-mail',
    emailHint: 'La confirmation et l’invitation pour votre agenda y arrivent.',
    siret: 'Numéro SIRET de votre commerce',
    siretHint: '14 chiffres, sur vos factures. Il relie la formation à votre commerce.',
    signedIn: (email: string) => `La confirmation part à ${email}.`,
    submit: 'Réserver ma place',
    next: 'C’est gratuit. Vous pouvez rendre votre place en deux clics.',
    otherDates: 'Les autres dates',
    back: 'Revoir la formation',
  },
  companions: {
    you: 'Vous',
    summary: 'Venir à deux ou trois',
    title: 'Qui vient avec vous ?',
    text: 'Jusqu’à deux personnes de votre commerce peuvent venir avec vous. Chacune a sa place. Laissez vide si vous venez sans elles.',
    first: 'Prénom de la deuxième personne',
    second: 'Prénom de la troisième personne',
    submit: 'Enregistrer',
    keep: 'Ne rien changer',
    tooLate: 'La session a commencé ou la réservation est annulée : plus rien ne peut être changé.',
  },
  enrol: {
    link: 'Inscrire quelqu’un',
    title: 'Inscrire quelqu’un au téléphone',
    chooseTitle: 'Choisir une session',
    forBusiness: (name: string) => `Pour ${name}`,
    caption: 'La prochaine date de chaque formation',
    columns: ['Formation', 'Quand et combien de places'],
    none: 'Aucune session à venir',
    noneText: 'Dès qu’une session est programmée, elle apparaît ici.',
    allDates: 'Toutes les sessions',
    email: 'Son adresse e-mail',
    emailHint: 'Épelez-la ensemble : la confirmation et l’invitation pour l’agenda y arrivent.',
    siret: 'Numéro SIRET du commerce',
    sayPreparation: (minutes: number) =>
      `À dire au téléphone : ${minutes} minutes de préparation avant la session.`,
    submit: 'Réserver la place',
    wait: 'Inscrire sur la liste d’attente',
    next: 'La personne reçoit le même e-mail que si elle avait réservé elle-même : elle peut rendre sa place seule.',
    done: {
      place: 'La place est réservée. La confirmation part.',
      attente: 'La session est complète : la personne est sur la liste d’attente, et un e-mail le lui dit.',
      deja: 'Cette adresse avait déjà une place ou un rang : rien n’a changé.',
    },
  },
  full: {
    title: 'Cette session est complète',
    text: 'La dernière place vient d’être prise. Rien n’a été réservé à votre nom.',
  },
  past: { title: 'Cette session est passée', text: 'On ne peut plus la réserver.' },
  calledOff: {
    title: 'Cette session est annulée',
    text: 'Elle n’aura pas lieu. Une autre date vous convient peut-être.',
  },
  known: {
    title: 'Cette adresse a déjà une place',
    text: (email: string) =>
      `Une place est déjà réservée avec ${email} pour cette session. Inutile d’en prendre une autre.`,
    again:
      'Nous renvoyons la confirmation à cette adresse. Elle contient le lien pour voir ou annuler la réservation.',
  },
  confirmation: {
    title: 'Votre place est réservée',
    titles: {
      upcoming: 'Votre place est réservée',
      underway: 'Votre session a lieu maintenant',
      past: 'Cette session est passée',
      cancelled: 'Cette réservation est annulée',
    },
    sent: (email: string) => `La confirmation part à ${email}, avec une invitation pour votre agenda.`,
    training: 'Formation',
    when: 'Quand',
    where: 'Où',
    online: 'En ligne. Le lien de la salle n’est pas encore connu.',
    room: 'En ligne :',
    enter: 'ouvrir la salle',
    toRoom: 'Aller à la salle',
    ourRoom: 'En ligne, dans la salle de cette page.',
    length: 'Durée',
    with: 'Avec',
    people: 'Qui vient',
    addPeople: 'Venir à deux ou trois',
    changePeople: 'Changer qui vient',
    for: 'Pour',
    prepare: 'À préparer avant',
    calendar: 'Ajouter à mon agenda',
    /** By the first reminder that was promised. */
    reminders: {
      'day-before':
        'Nous vous écrivons la veille, une heure avant, puis dix minutes avant avec le lien de la salle.',
      'hour-before': 'Nous vous écrivons une heure avant, puis dix minutes avant avec le lien de la salle.',
      'ten-minutes-before': 'Nous vous écrivons dix minutes avant, avec le lien de la salle.',
    },
    keep: 'L’adresse de cette page est à vous : qui l’a peut voir et annuler la réservation.',
    cancel: 'Rendre ma place',
    replay: 'Revoir la formation',
    bookAgain: 'Choisir une autre date',
    calledOff: 'La session n’aura pas lieu.',
    freed: 'Votre place est libre pour une autre personne.',
    thanks: 'Nous espérons que la formation vous a servi.',
    quiz: 'Faire le quiz',
    certificate: 'Demander mon certificat',
    opinion: 'Donner mon avis en deux gestes',
  },
  cancel: {
    title: 'Rendre ma place',
    question: (training: string, moment: string) => `${training}, ${moment}.`,
    consequence: 'Votre place ira à une autre personne. L’entrée de votre agenda sera retirée par e-mail.',
    submit: 'Rendre ma place',
    keep: 'Garder ma place',
    tooLate: 'La session a commencé : la place ne peut plus être rendue. Rien d’autre n’est à faire.',
  },
  mySpace: {
    title: 'Mon espace',
    signedInAs: (email: string) => `Votre adresse : ${email}`,
    upcoming: 'Mes formations à venir',
    past: 'Mes formations passées',
    cancelled: 'Mes réservations annulées',
    noBooking: 'Aucune formation réservée',
    noBookingText: 'Vos réservations apparaîtront ici, avec leur date et le lien pour les annuler.',
    choose: 'Choisir une formation',
    diagnostics: 'Mes diagnostics',
    noDiagnostic: 'Aucun diagnostic à votre nom. Celui que vous faites connecté apparaît ici.',
    begin: 'Faire mon diagnostic',
    started: (day: string) => `Commencé le ${day}`,
    finished: (day: string) => `Terminé le ${day}`,
    resume: 'Continuer',
    see: 'Voir mon résultat et mon plan',
    learnt: 'Mes quiz et mes certificats',
    signOut: 'Me déconnecter',
  },
  ownCalendar: {
    title: 'Mes formations dans mon agenda',
    text: 'Votre agenda peut suivre vos réservations : une date qui change, une place rendue, tout s’y met à jour.',
    make: 'Créer mon adresse d’agenda',
    subscribe: 'M’abonner avec l’agenda de cet appareil',
    copy: 'Ou copiez cette adresse dans votre agenda (« s’abonner à un calendrier ») :',
    secret:
      'Gardez-la pour vous : qui l’a lit les dates de vos formations et les liens des salles, rien d’autre.',
    renewText: 'Elle est connue de quelqu’un d’autre ? Renouvelez-la : l’ancienne ne mène plus à rien.',
    renew: 'Renouveler l’adresse',
    name: (programme: string) => `Mes formations : ${programme}`,
    room: (url: string) => `Ouvrir la salle : ${url}`,
    manage: (url: string) => `Voir ou annuler mes réservations : ${url}`,
    calledOff: (training: string) => `Annulée : ${training}`,
  },
  roster: {
    title: (training: string) => `Inscriptions : ${training}`,
    caption: 'Personnes inscrites',
    columns: ['Personne', 'E-mail', 'Commerce', 'Commune', 'Réservé le'],
    unnamed: 'Sans nom',
    comesWith: (name: string) => `vient avec ${name}`,
    empty: 'Personne pour le moment',
    emptyText: 'Les personnes inscrites apparaîtront ici, dans l’ordre des réservations.',
    hidden: 'Les adresses e-mail ne sont montrées qu’à l’équipe du programme et aux conseillers.',
    seats: 'Places',
    when: 'Quand',
    trainer: 'Animée par',
    room: 'Salle',
    enter: 'Ouvrir la salle',
    attendance: 'Présences et feuille à signer',
    host: 'Animer la salle',
    back: 'Toutes les sessions',
    about: 'La session',
  },
  change: {
    title: 'Changer cette session',
    intro:
      'La durée reste la même. Rien ne change avant la page suivante, qui dit combien de personnes seront prévenues.',
    sameTrainer: (name: string) => `Inchangé : ${name}`,
    check: 'Voir ce qui change',
    back: 'Revenir à la session',
    meanwhile: (moment: string) =>
      `Une autre personne de l’équipe vient de changer cette session. Elle a lieu maintenant le ${moment}. Rien de ce que vous avez écrit n’est perdu, et rien n’est encore appliqué.`,
    confirmTitle: 'Vérifiez le changement',
    before: (fact: string) => `Avant : ${fact}`,
    after: (fact: string) => `Après : ${fact}`,
    noRoom: 'Lien pas encore connu',
    told: (people: number): string => {
      if (people === 0) return 'Personne n’a de place pour le moment : aucun e-mail ne part.'
      if (people === 1)
        return '1 personne a une place. Elle reçoit un e-mail, et l’entrée de son agenda est mise à jour.'
      return `${people} personnes ont une place. Chacune reçoit un e-mail, et l’entrée de son agenda est mise à jour.`
    },
    confirm: (people: number): string => {
      if (people === 0) return 'Changer la session'
      return people === 1 ? 'Changer et prévenir 1 personne' : `Changer et prévenir ${people} personnes`
    },
    correct: 'Corriger',
    done: {
      moved: (people: number): string => `La session est changée. ${toldWords(people)}`,
      'called-off': (people: number): string => `La session est annulée. ${toldWords(people)}`,
    },
    calledOff: 'Cette session est annulée.',
    unchangeableTitle: 'Impossible de changer cette session',
    unchangeable: {
      forbidden: 'Seuls l’équipe du programme et la personne qui anime peuvent changer cette session.',
      begun: 'La session a commencé : elle ne peut plus être changée ni annulée.',
      'called-off': 'Cette session est déjà annulée. Les personnes inscrites sont prévenues.',
    },
  },
  callOff: {
    title: 'Annuler cette session',
    told: (people: number): string => {
      if (people === 0) return 'Personne n’a de place pour le moment : aucun e-mail ne part.'
      if (people === 1)
        return '1 personne a une place. Elle reçoit un e-mail, et la date quitte son agenda. On ne peut pas revenir en arrière.'
      return `${people} personnes ont une place. Chacune reçoit un e-mail, et la date quitte son agenda. On ne peut pas revenir en arrière.`
    },
    message: 'Votre mot aux personnes inscrites',
    messageHint: 'Dites pourquoi, en une ou deux phrases. Il figure dans l’e-mail.',
    submit: (people: number): string => {
      if (people === 0) return 'Annuler la session'
      return people === 1 ? 'Annuler et prévenir 1 personne' : `Annuler et prévenir ${people} personnes`
    },
    keep: 'Garder la session',
  },
  movedMeanwhile: {
    title: 'Cette session a changé de date',
    text: 'Elle a été déplacée pendant que vous remplissiez la page. Rien n’est encore réservé.',
    was: 'Ancienne date :',
    submit: 'Réserver à la nouvelle date',
    otherDates: 'Voir les autres dates',
  },
  errors: {
    'message.missing': 'Écrivez un mot : les personnes inscrites doivent savoir pourquoi.',
    'message.long': 'Ce mot est trop long. Gardez une ou deux phrases.',
    'companion.long': 'Un prénom suffit, en 60 lettres au plus.',
    'companions.one-left':
      'Il ne reste qu’une place : venez sans accompagnement, ou choisissez une autre date.',
    'companions.two-left': 'Il ne reste que deux places : venez à deux, ou choisissez une autre date.',
    'companions.one-more':
      'Il ne reste qu’une place de plus : une seule personne peut venir avec vous. Rien n’a changé.',
    'companions.none-left':
      'Il ne reste plus de place pour une personne de plus. Votre réservation reste la même.',
    'enrol.full': 'La dernière place vient de partir. La liste d’attente reste possible.',
    'enrol.line-full': 'La liste d’attente est complète aussi. Choisissez une autre date.',
    'enrol.closed': 'Cette session a commencé ou est annulée : on ne peut plus y inscrire.',
    'email.missing': 'Écrivez votre adresse e-mail.',
    'email.invalid': 'Cette adresse e-mail n’est pas complète. Exemple : prenom@boutique.fr',
    'siret.missing': 'Écrivez les 14 chiffres, ou laissez vide.',
    'siret.shape': 'Un SIRET a 14 chiffres. Vérifiez-le, ou laissez vide.',
    'siret.checksum': 'Ce SIRET contient une faute de frappe. Vérifiez-le, ou laissez vide.',
    'siret.spreadsheet': 'Un tableur a abîmé ce numéro. Recopiez les 14 chiffres, ou laissez vide.',
    'siret.unknown': 'Ce SIRET n’est pas dans notre registre. Vérifiez-le, ou laissez vide.',
    'email.too-many': 'Cette adresse a déjà beaucoup réservé. Attendez une heure, puis recommencez.',
    'address.too-many':
      'Beaucoup de réservations viennent de votre connexion. Attendez un quart d’heure, puis recommencez.',
  } as Readonly<Record<string, string>>,
  mail: {
    when: 'Quand',
    where: 'Où',
    length: 'Durée',
    with: 'Avec',
    people: 'Qui vient',
    for: 'Pour',
    prepare: 'À préparer',
    online: 'En ligne (le lien n’est pas encore connu)',
    inRoom: 'En ligne, par le lien « Ouvrir la salle »',
    see: 'Voir ma réservation',
    confirmation: {
      subject: (training: string, moment: string) => `Réservé : ${training}, ${moment}`,
      title: 'Votre place est réservée',
      intro: (training: string) => `Votre place est réservée pour la formation flash « ${training} ».`,
      calendar: 'L’invitation jointe met la date dans votre agenda.',
      cancel:
        'Un empêchement ? Rendez votre place depuis la page de votre réservation : une autre personne en profitera.',
      notYou: 'Vous n’avez rien réservé ? Rendez simplement la place depuis cette page.',
    },
    reminder: {
      subject: {
        'day-before': (training: string, moment: string) => `Rappel : ${training}, ${moment}`,
        'hour-before': (training: string, moment: string) => `Tout à l’heure : ${training}, ${moment}`,
        'ten-minutes-before': (training: string, moment: string) =>
          `Dans dix minutes : ${training}, ${moment}`,
      },
      title: {
        'day-before': 'Votre formation approche',
        'hour-before': 'Votre formation commence bientôt',
        'ten-minutes-before': 'Votre formation commence dans dix minutes',
      },
      intro: (training: string) => `Vous avez une place pour la formation flash « ${training} ».`,
      enter: 'Ouvrir la salle',
      cancel: (url: string) => `Un empêchement ? Rendez votre place : ${url}`,
    },
    cancellation: {
      subject: (training: string, moment: string) => `Réservation annulée : ${training}, ${moment}`,
      title: 'Votre réservation est annulée',
      intro: (training: string) =>
        `Votre place pour la formation flash « ${training} » est annulée. Vous n’avez rien à faire.`,
      calendar: 'Le fichier joint retire la date de votre agenda.',
      dates: 'Voir les autres dates',
    },
    moved: {
      subject: (training: string, moment: string) => `Nouvelle date : ${training}, ${moment}`,
      title: 'Votre formation change de date',
      was: 'Ancienne date',
      intro: (training: string, was: string, moment: string) =>
        `La formation flash « ${training} » n’a plus lieu le ${was}. Elle a lieu le ${moment}. Vous gardez votre place.`,
      calendar: 'L’invitation jointe met votre agenda à jour.',
      cancel:
        'La nouvelle date ne vous convient pas ? Rendez votre place depuis la page de votre réservation : une autre personne en profitera.',
    },
    detail: {
      subject: (training: string, moment: string) => `Changement : ${training}, ${moment}`,
      title: 'Un changement pour votre formation',
      intro: (training: string, _was: string, moment: string) =>
        `La formation flash « ${training} » a toujours lieu le ${moment}. La salle ou la personne qui anime a changé : voici ce qui vaut maintenant.`,
      calendar: 'L’invitation jointe met votre agenda à jour.',
      cancel: 'Un empêchement ? Rendez votre place depuis la page de votre réservation.',
    },
    calledOff: {
      subject: (training: string, moment: string) => `Session annulée : ${training}, ${moment}`,
      title: 'La session est annulée',
      intro: (training: string, was: string) =>
        `La formation flash « ${training} » du ${was} n’aura pas lieu. Votre réservation est annulée : vous n’avez rien à faire.`,
      message: (words: string) => `Le mot de l’équipe : ${words}`,
      calendar: 'Le fichier joint retire la date de votre agenda.',
    },
  },
  calendar: {
    description: (outcome: string, url: string) => `${outcome}\n\nVoir ou annuler la réservation : ${url}`,
    online: 'En ligne',
  },
}

export type BookingTexts = typeof fr
