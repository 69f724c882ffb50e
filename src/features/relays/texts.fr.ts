export const fr = {
  title: 'Relais',
  intro:
    'Un relais est une branche du réseau : une union départementale, une chambre, une ville. Son équipe voit les commerces de son territoire, et eux seuls.',
  caption: 'Les relais du programme',
  columns: ['Relais', 'Communes', 'Personnes'],
  none: 'Aucun relais',
  noneText: 'Le premier que vous ouvrez apparaîtra ici, avec son territoire et son équipe.',
  open: 'Ouvrir un relais',
  name: 'Nom du relais',
  nameHint: 'Tel que les commerces le connaissent. Exemple : Union de la Moselle',
  phone: 'Numéro de téléphone',
  phoneHint: 'Celui que les commerces appellent.',
  territory: 'Territoire',
  territoryHint:
    'Un nom ou un code par ligne : région, département, intercommunalité ou commune. Exemples : Grand Est, 57, CC Faucigny - Glières, Metz',
  submit: 'Ouvrir le relais',
  save: 'Enregistrer',
  opened: 'Le relais est ouvert. Invitez maintenant son équipe.',
  changed: 'C’est enregistré.',
  facts: 'Son territoire',
  kinds: { region: 'région', department: 'département', epci: 'intercommunalité', commune: 'commune' },
  noTerritory: 'Pas encore de territoire : son équipe ne voit que les commerces rattachés par un fichier.',
  businesses: 'Commerces',
  register: 'Voir ses commerces',
  figures: 'Voir ses chiffres',
  invite: 'Inviter son équipe',
  change: 'Changer ce relais',
  give: 'Rattacher des commerces par une liste',
  giveText:
    'Pour des adhérents hors du territoire : collez leurs numéros SIRET. Ils s’ajoutent à ceux du territoire.',
  sirets: 'Numéros SIRET',
  siretsHint: 'Un par ligne, 3 000 au plus. Collez la colonne de votre tableur.',
  source: 'D’où vient cette liste',
  sourceHint: 'Exemple : adhérents 2026 de l’union',
  giveSubmit: 'Rattacher ces commerces',
  given: (added: number, known: number): string =>
    added === 1
      ? `1 commerce est rattaché (${known} dans le registre).`
      : `${added} commerces sont rattachés (${known} dans le registre).`,
  back: 'Tous les relais',
  unknownTerritory: (line: string) =>
    `« ${line} » ne désigne rien dans la géographie officielle. Vérifiez l’orthographe, ou écrivez son code.`,
  ambiguousTerritory: (line: string, candidates: string) =>
    `Plusieurs communes s’appellent « ${line} ». Écrivez le code de la bonne : ${candidates}.`,
  candidate: (code: string, inside: string) => `${code} (département ${inside})`,
  misspelt: (lines: string) => `Ces lignes ne sont pas des SIRET : ${lines}. Rien n’a été rattaché.`,
  errors: {
    'name.missing': 'Écrivez le nom du relais.',
    'name.long': 'Ce nom est trop long : 120 lettres au plus.',
    'name.taken': 'Un autre relais porte déjà ce nom, ou ce nom n’a aucune lettre.',
    'phone.long': 'Ce numéro est trop long.',
    'territory.long':
      'Ce territoire a trop de lignes : 500 au plus. Prenez les départements plutôt que les communes.',
    'sirets.missing': 'Collez au moins un numéro SIRET.',
    'sirets.long': 'Cette liste est trop longue : 3 000 numéros au plus à la fois.',
    'source.missing': 'Dites d’où vient cette liste.',
  } as Readonly<Record<string, string>>,
}

export type RelayTexts = typeof fr
