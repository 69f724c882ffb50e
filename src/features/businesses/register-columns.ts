/** Which column of a file holds what: found by its heading, since every sender names and orders them anew. */

export type RegisterField =
  | 'siret'
  | 'siren'
  | 'nic'
  | 'name'
  | 'usualName'
  | 'sign'
  | 'activity'
  | 'nomenclature'
  | 'sizeBand'
  | 'streetNumber'
  | 'streetRepetition'
  | 'streetType'
  | 'streetName'
  | 'postalCode'
  | 'communeCode'
  | 'commune'
  | 'longitude'
  | 'latitude'
  | 'diffusion'
  | 'state'

/** The place of each field among the columns, from 0; absent fields are not in the file. */
export type RegisterColumns = {
  count: number
  headings: readonly string[]
  places: Readonly<Partial<Record<RegisterField, number>>>
}
export type FoundColumns =
  | { ok: true; columns: RegisterColumns }
  | { ok: false; missing: ('siret' | 'name')[] }

/** Headings seen, without case, accents and punctuation; the first that is there wins. */
const headings: Readonly<Record<RegisterField, readonly string[]>> = {
  siret: ['siret', 'numerosiret', 'nsiret', 'nosiret', 'codesiret'],
  siren: ['siren'],
  nic: ['nic'],
  name: [
    'raisonsociale',
    'denominationunitelegale',
    'denomination',
    'nomenlong',
    'l1normalisee',
    'nomentreprise',
    'nomsociete',
    'nomcommercial',
    'nom',
    'name',
  ],
  usualName: ['denominationusuelleetablissement'],
  sign: ['enseigne', 'enseigne1etablissement', 'nomenseigne', 'sign'],
  activity: ['codenaf', 'activiteprincipaleetablissement', 'apet700', 'codeape', 'naf', 'ape'],
  nomenclature: ['nomenclatureactiviteprincipaleetablissement'],
  sizeBand: ['trancheeffectif', 'trancheeffectifsetablissement', 'trancheeffectifs', 'tefet'],
  streetNumber: ['numerorue', 'numerovoieetablissement', 'numvoie'],
  streetRepetition: ['indicerepetitionetablissement', 'indrep'],
  streetType: ['typevoieetablissement', 'typvoie'],
  streetName: ['libellerue', 'libellevoieetablissement', 'libvoie', 'adresse', 'rue'],
  postalCode: ['codepostal', 'codepostaletablissement', 'codpos', 'cp'],
  communeCode: ['codecommune', 'codecommuneetablissement', 'codeinsee'],
  commune: ['libellecommuneetablissement', 'libellecommune', 'libcom', 'commune', 'ville'],
  longitude: ['longitude', 'coordinatesx', 'lon'],
  latitude: ['latitude', 'coordinatesy', 'lat'],
  diffusion: ['statutdiffusionetablissement', 'statutdiffusion', 'diffcom'],
  state: ['etatadministratifetablissement', 'etatadministratif'],
}

/** Finds the columns of a file by their headings; a business needs its number and some name. */
export function findColumns(written: readonly string[]): FoundColumns {
  const plain = written.map(plainHeading)
  const places: Partial<Record<RegisterField, number>> = {}
  for (const [field, known] of Object.entries(headings)) {
    const place = known.map((heading) => plain.indexOf(heading)).find((index) => index >= 0)
    if (place !== undefined) places[field as RegisterField] = place
  }
  const hasNumber = 'siret' in places || ('siren' in places && 'nic' in places)
  const hasName = 'name' in places || 'usualName' in places || 'sign' in places
  if (hasNumber && hasName) return { ok: true, columns: { count: written.length, headings: written, places } }
  return {
    ok: false,
    missing: [...(hasNumber ? [] : (['siret'] as const)), ...(hasName ? [] : (['name'] as const))],
  }
}

/** The heading of a field as the file writes it. */
export function headingOf(
  { headings: written, places }: RegisterColumns,
  field: RegisterField,
): string | null {
  const place = places[field]
  return place === undefined ? null : (written[place] ?? null)
}

/** `Numéro  SIRET ` → `numerosiret`. */
function plainHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
}
