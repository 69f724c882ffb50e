const rightWords = (right: number, asked: number): string => {
  if (right === 0) return `Aucune bonne réponse sur ${asked}`
  return `${right} ${right === 1 ? 'bonne réponse' : 'bonnes réponses'} sur ${asked}`
}

export const fr = {
  quiz: {
    title: (training: string) => `Quiz : ${training}`,
    intro: (questions: number) =>
      `${questions} questions, deux minutes. Vous pouvez recommencer autant que vous voulez.`,
    question: (number: number, words: string) => `${number}. ${words}`,
    submit: 'Voir mes réponses',
    next: 'Après l’envoi, vous voyez ce qui était juste, et pourquoi.',
    back: 'Revoir la formation',
    none: 'Cette formation n’a pas de quiz',
    noneText: 'Personne ne l’a encore écrit. Le reste de la formation est sur sa page.',
  },
  result: {
    title: (right: number, asked: number) => rightWords(right, asked),
    of: (training: string) => `Quiz : ${training}`,
    passed: 'Le quiz est réussi.',
    failed: (needed: number) =>
      `Il en faut ${needed} pour réussir le quiz. Lisez pourquoi, puis recommencez.`,
    answers: 'Vos réponses',
    right: 'Juste',
    wrong: 'À revoir',
    yours: 'Votre réponse :',
    good: 'La bonne réponse :',
    why: 'Pourquoi :',
    again: 'Recommencer',
    certificate: 'Demander mon certificat',
    best: (right: number, asked: number) =>
      `Votre meilleur essai compte : ${rightWords(right, asked).toLowerCase()}.`,
  },
  stranger: {
    title: 'Qui êtes-vous ?',
    text: 'Cette page est à la personne qui a suivi la formation.',
    link: 'Ouvrez le lien reçu par e-mail avec votre réservation. Ou connectez-vous avec la même adresse e-mail.',
    signIn: 'Me connecter',
    training: 'Voir la formation',
  },
  errors: {
    'question.unanswered': 'Choisissez une réponse',
    'too-many': 'Trop d’essais d’affilée. Revoyez la formation, puis revenez dans une heure.',
  } as Record<string, string>,
  unanswered: (number: number) => `Question ${number} : choisissez une réponse`,
}

export type QuizTexts = typeof fr
