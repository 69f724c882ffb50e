/** What a column of a list can say of a shop, and the headings under which senders say it. */

export const importFields = [
  'key',
  'siret',
  'siren',
  'nic',
  'name',
  'legalName',
  'sign',
  'firstName',
  'lastName',
  'streetNumber',
  'streetRepetition',
  'streetType',
  'street',
  'wholeAddress',
  'postalCode',
  'communeCode',
  'commune',
  'latitude',
  'longitude',
  'point',
  'geoScore',
  'email',
  'phone',
  'website',
  'activity',
  'sizeBand',
  'openingHours',
  'diffusion',
  'state',
  'optOut',
] as const
export type ImportField = (typeof importFields)[number]

/** In full once plain; the first that is there wins. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  key: words(`
    recordid numeroinspection id uid gid identifiant idlieumed typouid reference ref numeroadherent
    nadherent numadherent noadherent codeadherent memberid numeroclient codeclient
  `),
  siret: words(`
    siret numerosiret nsiret nosiret numsiret codesiret siretetablissement siretnumber pivot siretsiege
  `),
  siren: words(`siren numerosiren nsiren codesiren sirenunitelegale`),
  nic: words(`nic nicetablissement codenic`),
  name: words(`
    nom name nomducommerce nomcommerce nomcommercial commerce boutique magasin nometablissement
    nomdeletablissement applibelleetablissement nomdelastructure nomstructure structure usernom
    etablissement entreprise nomentreprise nomdelentreprise societe nomsociete shop shopname business
    businessname company companyname l1normalisee title titre denominationusuelleetablissement
    denominationusuelle1unitelegale
  `),
  legalName: words(`
    raisonsociale denominationunitelegale denomination nomenlong nomsociete legalname registeredname
    denominationsociale
  `),
  sign: words(`enseigne enseigne1etablissement nomenseigne enseignecommerciale sign tradename brand`),
  firstName: words(`prenom prenomusuelunitelegale prenom1unitelegale firstname`),
  lastName: words(`nomunitelegale nomusageunitelegale nomdefamille lastname surname`),
  streetNumber: words(`
    numerorue numerovoieetablissement numerovoie numvoie housenumber streetnumber addrhousenumber norue
    numrue n numero
  `),
  streetRepetition: words(`indicerepetitionetablissement indrep btq repetition`),
  streetType: words(`typevoieetablissement typvoie typevoie`),
  street: words(`
    adresse rue libellerue libellevoieetablissement libvoie adresseactivite adresse1 adressepostale
    useradres address street addrstreet address1 voie nomvoie adressenumeronomdelavoie adresseligne1
    streetaddress odsadresse applibelleadresse
  `),
  wholeAddress: words(`adressecomplete fulladdress adressegeocodee geoadresse`),
  postalCode: words(`
    codepostal codepostaletablissement codpos cp postalcode postcode zip zipcode addrpostcode
    arrondissement codepostale
  `),
  communeCode: words(`
    codeinsee codecommune codecommuneetablissement insee codeinseecommune inseecode citycode
  `),
  commune: words(`
    commune ville libellecommune libellecommuneetablissement libcom localite city town addrcity
    nomcommune municipalite
  `),
  latitude: words(`latitude lat coordinatesy ylat ywgs84`),
  longitude: words(`longitude lon lng long coordinatesx xlon xwgs84`),
  point: words(`geopoint2d geores geopoint coordonnees coordinates latlon latlng gps geolocalisation`),
  geoScore: words(`resultscore geoscore scoregeocodage`),
  email: words(`
    email mail courriel adressemail adresseemail emailaddress adrmail mailstruc contactemail
    adressecourriel adresseelectronique
  `),
  phone: words(`
    telephone tel phone telephonefixe numtel numerotelephone numerodetelephone contactphone mobile
    portable telephoneportable telephonemobile telfixe telportable telmobile phonenumber gsm
  `),
  website: words(`siteinternet siteweb web website url site contactwebsite siteinter adressesite sitewww`),
  activity: words(`
    codenaf activiteprincipaleetablissement apet700 codeape naf ape activiteprincipaleunitelegale
    codenafape codeapenaf
  `),
  sizeBand: words(`trancheeffectif trancheeffectifsetablissement trancheeffectifs tefet`),
  openingHours: words(`
    horaires openinghours horaire horairesdouverture heuresdouverture leshorairesdemastructure hours
    ouverture
  `),
  diffusion: words(`statutdiffusionetablissement statutdiffusion diffcom statutdiffusionunitelegale`),
  state: words(`etatadministratifetablissement etatadministratif affichage statut status`),
  optOut: words(`
    desinscrit desinscription desabonne desabonnement unsubscribed optout nepascontacter donotcontact
    opposition stopmail
  `),
}

/** A list of words. */
function words(list: string): string[] {
  return list.trim().split(/\s+/)
}

const fieldsByHeading = new Map<string, ImportField[]>()
for (const field of importFields)
  for (const heading of headings[field])
    fieldsByHeading.set(heading, [...(fieldsByHeading.get(heading) ?? []), field])

/** `Numéro  SIRET ` → `numerosiret`; of `fields.code_postal`, the last part. */
export function plainHeading(heading: string): string {
  const last = heading.split(/\.(?=\S)/).at(-1) ?? heading
  return letters(last) || letters(heading)
}

function letters(heading: string): string {
  return heading
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
}

/** What a heading means, the best rank first; empty when nobody was seen to use it. */
export function fieldsOfHeading(heading: string): readonly { field: ImportField; rank: number }[] {
  const plain = plainHeading(heading)
  return (fieldsByHeading.get(plain) ?? []).map((field) => ({ field, rank: headings[field].indexOf(plain) }))
}

export function isKnownHeading(heading: string): boolean {
  return fieldsByHeading.has(plainHeading(heading))
}
