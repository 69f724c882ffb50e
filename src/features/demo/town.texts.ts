/** The words of an invented town: trades, signs, streets, people. Real commune, nobody real in it. */

export type Trade = {
  /** Sub-class of the NAF rév. 2. */
  activityCode: string
  /** How many of them a town of this size has. */
  count: number
  /** Signs; `{first}` and `{last}` are the owner's names. */
  signs: readonly string[]
}

/** By hand, after what any market town has. */
export const trades: readonly Trade[] = [
  {
    activityCode: '1071C',
    count: 14,
    signs: [
      'Au pain doré',
      'La mie du port',
      'Boulangerie {last}',
      'Le fournil de {first}',
      'Les blés d’or',
      'La huche',
    ],
  },
  { activityCode: '1071D', count: 3, signs: ['Pâtisserie {last}', 'Le chou à la crème', 'Sucre et sel'] },
  {
    activityCode: '4722Z',
    count: 5,
    signs: ['Boucherie {last}', 'L’étal de {first}', 'Boucherie du marché'],
  },
  {
    activityCode: '4723Z',
    count: 3,
    signs: ['La marée {last}', 'Poissonnerie du môle', 'Le retour de pêche'],
  },
  { activityCode: '4721Z', count: 3, signs: ['Les primeurs de {first}', 'Le panier vert', 'Fruits {last}'] },
  {
    activityCode: '4711B',
    count: 6,
    signs: ['Épicerie {last}', 'Le petit comptoir', 'Épicerie du coin', 'Chez {first}'],
  },
  { activityCode: '4725Z', count: 4, signs: ['La cave de {first}', 'Caves {last}', 'Le tire-bouchon'] },
  {
    activityCode: '4729Z',
    count: 5,
    signs: ['Fromagerie {last}', 'Thés et cafés {first}', 'La chocolaterie du quai'],
  },
  {
    activityCode: '4776Z',
    count: 8,
    signs: ['Fleurs {last}', 'Le jardin de {first}', 'Pétales', 'La rose des vents', 'Brin de mimosa'],
  },
  {
    activityCode: '4771Z',
    count: 18,
    signs: [
      '{first} prêt-à-porter',
      'La marinière',
      'Boutique {last}',
      'Le vestiaire',
      'Côté laine',
      'Les petites mailles',
      'L’armoire de {first}',
    ],
  },
  { activityCode: '4772A', count: 5, signs: ['Chaussures {last}', 'Le bon pas', 'Bottier du port'] },
  { activityCode: '4761Z', count: 4, signs: ['Librairie {last}', 'La page cornée', 'Librairie du phare'] },
  { activityCode: '4762Z', count: 4, signs: ['Maison de la presse {last}', 'Tabac presse du marché'] },
  { activityCode: '4765Z', count: 3, signs: ['Le cheval de bois', 'Jouets {last}', 'La toupie'] },
  { activityCode: '4759B', count: 5, signs: ['Maison {last}', 'Le coin du feu', 'Vaisselle et compagnie'] },
  {
    activityCode: '4778C',
    count: 7,
    signs: ['L’atelier de {first}', 'Souvenirs du large', 'La boîte à perles', 'Papeterie {last}'],
  },
  { activityCode: '4777Z', count: 4, signs: ['Bijouterie {last}', 'Horlogerie du centre'] },
  { activityCode: '4778A', count: 4, signs: ['Optique {last}', 'L’œil du marin', 'Lunettes {first}'] },
  { activityCode: '4764Z', count: 4, signs: ['Cycles {last}', 'La roue libre', 'Voile et vent'] },
  { activityCode: '4752A', count: 3, signs: ['Quincaillerie {last}', 'L’outil du coin'] },
  {
    activityCode: '5610A',
    count: 30,
    signs: [
      'Le petit bistrot',
      'Chez {first}',
      'La table de {last}',
      'L’ancre',
      'Les deux marmites',
      'Le grain de sel',
      'La cantine de {first}',
      'Le vieux gréement',
      'Au bon {last}',
    ],
  },
  {
    activityCode: '5610C',
    count: 12,
    signs: ['Galettes {last}', 'La crêpe au beurre', 'Le sandwich du port', 'Pizza {first}', 'Le triporteur'],
  },
  {
    activityCode: '5630Z',
    count: 10,
    signs: ['Café du port', 'Le comptoir de {first}', 'Bar des amis', 'La taverne {last}'],
  },
  { activityCode: '5510Z', count: 6, signs: ['Hôtel des voyageurs', 'Hôtel {last}', 'L’escale'] },
  {
    activityCode: '9602A',
    count: 22,
    signs: [
      'Coiffure {first}',
      '{first} coiffeur',
      'L’épi rebelle',
      'Le salon de {first}',
      'Mèche à mèche',
      'Coiffure {last}',
    ],
  },
  { activityCode: '9602B', count: 8, signs: ['Institut {first}', 'Peau douce', 'L’instant {first}'] },
  { activityCode: '9601B', count: 3, signs: ['Pressing {last}', 'Le fil blanc'] },
  { activityCode: '9529Z', count: 4, signs: ['Cordonnerie {last}', 'Le clou et la clé'] },
  { activityCode: '4520A', count: 8, signs: ['Garage {last}', 'Garage du rond-point', 'Mécanique {first}'] },
  { activityCode: '4322A', count: 5, signs: ['{last} plomberie', 'Plomberie de la côte'] },
  { activityCode: '4321A', count: 4, signs: ['{last} électricité', 'Courant d’ici'] },
  { activityCode: '4332A', count: 3, signs: ['Menuiserie {last}', 'Le copeau'] },
  { activityCode: '7420Z', count: 3, signs: ['Photo {last}', 'Studio {first}'] },
  { activityCode: '8553Z', count: 3, signs: ['Auto-école {last}', 'Auto-école du port'] },
  { activityCode: '6920Z', count: 2, signs: ['Cabinet {last}', '{last} et associés'] },
  { activityCode: '9313Z', count: 2, signs: ['La salle de {first}', 'En forme'] },
  { activityCode: '7911Z', count: 2, signs: ['Voyages {last}', 'Cap au large'] },
]

export const streets = [
  'rue du Port',
  'place du Marché',
  'quai des Chalutiers',
  'rue des Lavandières',
  'rue de l’Horloge',
  'boulevard des Ormes',
  'rue du Four-Banal',
  'place de la Fontaine',
  'rue des Cordiers',
  'avenue du Large',
  'rue Haute',
  'rue du Petit-Bois',
] as const

export const firstNames = [
  'Rose',
  'Nora',
  'Malo',
  'Aïcha',
  'Yann',
  'Inès',
  'Lucien',
  'Solène',
  'Karim',
  'Édith',
  'Thiago',
  'Maëlle',
  'Jeanne',
  'Hugo',
  'Fatou',
  'Bastien',
  'Lina',
  'Armand',
  'Zoé',
  'Mehdi',
  'Odile',
  'Tristan',
  'Salomé',
  'Paulin',
  'Mina',
  'Gaspard',
  'Louison',
  'Samir',
  'Capucine',
  'Erwan',
] as const

export const lastNames = [
  'Morvan',
  'Delaunay',
  'Kerbrat',
  'Belkacem',
  'Rousselin',
  'Tanguy',
  'Faure',
  'Oliveira',
  'Lemarchand',
  'Diallo',
  'Quéméner',
  'Vasseur',
  'Hamelin',
  'Pereira',
  'Guillou',
  'Bonnaire',
  'Nguyen',
  'Cariou',
  'Ferrand',
  'Ouazzani',
  'Lescop',
  'Maurel',
  'Abgrall',
  'Chevrier',
  'Riou',
  'Sanson',
] as const

export const trainers = [
  { email: 'formation@example.org', name: 'Camille Prigent' },
  { email: 'formation.dominique@example.org', name: 'Dominique Ferrand' },
  { email: 'formation.alix@example.org', name: 'Alix Maurel' },
] as const

/** Who can sign in; mails to example.org reach nobody (RFC 2606). */
export const cast = {
  owner: { email: 'proprietaire@example.org', name: 'Rose Morvan' },
  adviser: { email: 'conseil@example.org', name: 'Karim Tanguy' },
  trainer: trainers[0],
  operator: { email: 'operateur@example.org', name: 'Solène Vasseur' },
  relay: { email: 'relais@example.org', name: 'Marion Le Goff' },
} as const

/** The relay of the cast: the department of the town. */
export const demoRelay = {
  name: 'Union d’Ille-et-Vilaine (démonstration)',
  phone: '02 99 00 00 00',
  territory: ['35'],
}

/** As staff read it in the list of imports. */
export const demoSource = 'Ville de démonstration, commerces inventés'
export const demoFile = 'ville-de-demonstration.csv'

/** Ready in the live room of the demonstration. */
export const demoPoll = {
  words: 'Votre commerce a-t-il déjà sa fiche sur la carte ?',
  options: ['Oui, à jour', 'Oui, mais à revoir', 'Pas encore'],
} as const
