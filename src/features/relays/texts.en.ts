import type { RelayTexts } from './texts.fr.ts'

export const en: RelayTexts = {
  title: 'Relays',
  intro:
    'A relay is a branch of the network: a departmental union, a chamber, a town. Its team sees the businesses of its territory, and no others.',
  caption: 'The relays of the programme',
  columns: ['Relay', 'Communes', 'People'],
  none: 'No relay',
  noneText: 'The first one you open will appear here, with its territory and its team.',
  open: 'Open a relay',
  name: 'Name of the relay',
  nameHint: 'As shops know it. Example: Union de la Moselle',
  phone: 'Telephone number',
  phoneHint: 'The one that shops call.',
  territory: 'Territory',
  territoryHint:
    'A name or a code a line: region, department, intercommunality or commune. Examples: Grand Est, 57, CC Faucigny - Glières, Metz',
  submit: 'Open the relay',
  save: 'Save',
  opened: 'The relay is open. Now invite its team.',
  changed: 'Saved.',
  facts: 'Its territory',
  kinds: { region: 'region', department: 'department', epci: 'intercommunality', commune: 'commune' },
  noTerritory: 'No territory yet: its team sees only businesses that a file gave to it.',
  businesses: 'Businesses',
  register: 'See its businesses',
  figures: 'See its figures',
  invite: 'Invite its team',
  change: 'Change this relay',
  give: 'Attach businesses by a list',
  giveText:
    'For members outside the territory: paste their SIRET numbers. They come on top of the territory.',
  sirets: 'SIRET numbers',
  siretsHint: 'One a line, 3,000 at most. Paste the column of your sheet.',
  source: 'Where this list comes from',
  sourceHint: 'Example: members of the union, 2026',
  giveSubmit: 'Attach these businesses',
  given: (added, known) =>
    added === 1
      ? `1 business is attached (${known} in the register).`
      : `${added} businesses are attached (${known} in the register).`,
  back: 'All relays',
  unknownTerritory: (line) =>
    `“${line}” is nothing in the official geography. Check the spelling, or write its code.`,
  ambiguousTerritory: (line, candidates) =>
    `Several communes are called “${line}”. Write the code of the right one: ${candidates}.`,
  candidate: (code, inside) => `${code} (department ${inside})`,
  misspelt: (lines) => `These lines are no SIRET: ${lines}. Nothing was attached.`,
  errors: {
    'name.missing': 'Write the name of the relay.',
    'name.long': 'This name is too long: 120 letters at most.',
    'name.taken': 'Another relay has this name already, or this name has no letter.',
    'phone.long': 'This number is too long.',
    'territory.long':
      'This territory has too many lines: 500 at most. Take departments rather than communes.',
    'sirets.missing': 'Paste at least one SIRET number.',
    'sirets.long': 'This list is too long: 3,000 numbers at most at a time.',
    'source.missing': 'Say where this list comes from.',
  },
}
