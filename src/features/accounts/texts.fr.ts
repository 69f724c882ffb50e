export const fr = {
  signIn: {
    title: 'Se connecter',
    intro: 'Pas de mot de passe. Nous vous envoyons un code à six chiffres par e-mail.',
    email: 'Votre adresse e-mail',
    emailHint: 'Celle que vous lisez sur ce téléphone ou cet ordinateur.',
    send: 'Recevoir mon code',
    first: 'Première visite ? C’est la même porte : votre espace s’ouvre avec votre premier code.',
  },
  code: {
    title: 'Votre code',
    sentTo: (email: string) => `Un code à six chiffres vient de partir vers ${email}.`,
    where: 'Il arrive en général en moins d’une minute. Pensez à regarder dans les courriers indésirables.',
    label: 'Le code à six chiffres',
    hint: 'Il est valable dix minutes.',
    enter: 'Me connecter',
    again: 'Recevoir un nouveau code',
    other: 'Changer d’adresse',
  },
  signOut: {
    title: 'Se déconnecter',
    button: 'Me déconnecter',
    sentence: 'Vos réponses et vos inscriptions sont gardées.',
  },
  errors: {
    'email.missing': 'Écrivez votre adresse e-mail.',
    'email.invalid': 'Cette adresse e-mail n’est pas complète. Exemple : prenom@boutique.fr',
    'code.missing': 'Écrivez le code reçu par e-mail.',
    'code.shape': 'Le code a six chiffres.',
    'code.wrong':
      'Ce code n’est pas le bon, ou n’est plus valable. Regardez le dernier e-mail reçu, ou demandez un nouveau code.',
    'code.expired': 'Ce code n’est plus valable. Demandez-en un nouveau.',
    'code.too-many': 'Trop d’essais avec ce code. Demandez-en un nouveau.',
    'code.wait':
      'Trop d’essais. Attendez un quart d’heure, puis recommencez. Si cela continue, écrivez-nous.',
    'email.too-many': 'Trop de codes ont été demandés. Attendez un quart d’heure, puis recommencez.',
    'name.missing': 'Écrivez le nom de la personne.',
    'name.long': 'Ce nom est trop long.',
    'relay.missing': 'Choisissez le relais dans la liste.',
    'role.missing': 'Choisissez un rôle.',
  } as Readonly<Record<string, string>>,
  codeMail: {
    subject: (code: string) => `${code} : votre code de connexion`,
    title: 'Votre code de connexion',
    intro: 'Écrivez ce code sur la page où vous l’avez demandé.',
    validity: 'Il est valable dix minutes et sert une seule fois.',
    notYou: 'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne n’entre.',
  },
}

export type AccountTexts = typeof fr
