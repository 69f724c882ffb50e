import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'
import { programmeFiles } from './input.ts'
import { loadProgramme } from './load-programme.ts'

const SLUG = 'soutenons-nos-tpe-pme'
const REAL = join(import.meta.dirname, '../../../programmes', SLUG)

const { folder, edit, problems } = aProgrammeCopy(REAL)

test('an untouched copy of the programme loads, with the same hash', async () => {
  expect((await loadProgramme(folder())).hash).toBe((await loadProgramme(REAL)).hash)
})

test('one changed letter makes another release', async () => {
  await edit('partners.yaml', 'Relais', 'relais')
  expect((await loadProgramme(folder())).hash).not.toBe((await loadProgramme(REAL)).hash)
})

const action = 'actions/claim-map-listing.yaml'
const item = 'questions/map-listing.yaml'
const training = 'trainings/F01-prendre-en-main-sa-fiche.yaml'

type Mistake = {
  what: string
  file: string
  from: string
  to: string
  /** What is said about it, and the words that stand on the line it points to. */
  says: string
  pointsTo: string
  /** The file it points to, where that is not the edited one. */
  inFile?: string
}

const mistakes: Mistake[] = [
  {
    what: 'a question that does not exist',
    file: action,
    from: 'is: [ map-listing, no ]',
    to: 'is: [ map-lisitng, no ]',
    says: 'there is no question "map-lisitng"',
    pointsTo: 'map-lisitng',
  },
  {
    what: 'an option of another question',
    file: action,
    from: 'is: [ map-listing, no ]',
    to: 'is: [ map-listing, one ]',
    says: '"map-listing" has no option "one"',
    pointsTo: 'map-listing, one',
  },
  {
    what: 'a level asked of a profile question',
    file: action,
    from: 'is: [ map-listing, no ]',
    to: 'below: [ size, 1 ]',
    says: 'its answers have no level',
    pointsTo: 'below',
  },
  {
    what: 'a training that does not exist',
    file: action,
    from: '[ F01, F02 ]',
    to: '[ F01, F99 ]',
    says: 'there is no training "F99"',
    pointsTo: 'F99',
  },
  {
    what: 'a goal nobody can choose',
    file: action,
    from: '[ be-found, sell ]',
    to: '[ be-rich ]',
    says: '"goal" has no option "be-rich"',
    pointsTo: 'be-rich',
  },
  {
    what: 'a source that is not listed',
    file: action,
    from: 'source: market-academy',
    to: 'source: hearsay',
    says: 'there is no source "hearsay"',
    pointsTo: 'hearsay',
  },
  {
    what: 'a grade without a source',
    file: action,
    from: 'source: market-academy',
    to: 'source: null',
    says: 'without a source the grade is D',
    pointsTo: 'grade: C',
  },
  {
    what: 'an action proposed to those who have done it',
    file: action,
    from: 'is: [ map-listing, no ]',
    to: 'is: [ map-listing, yes ]',
    says: 'the best answer "yes" to "map-listing" leads to this action',
    pointsTo: 'when:',
  },
  {
    what: 'an action that gains nothing',
    file: action,
    from: 'option: yes',
    to: 'option: no',
    says: 'nothing is gained after map-listing: no',
    pointsTo: 'gain:',
  },
  {
    what: 'an action nobody can get',
    file: action,
    from: 'gain:',
    to: 'prerequisite: { is: [ map-listing, partly ] }\ngain:',
    says: 'no answers ever lead to this action',
    pointsTo: 'when:',
  },
  {
    what: 'a training that comes before itself',
    file: training,
    from: 'prerequisites: []',
    to: 'prerequisites: [ F01 ]',
    says: 'this training comes before itself',
    pointsTo: 'prerequisites',
  },
  {
    what: 'a training that does not say who can follow it',
    file: training,
    from: 'accessibility:',
    to: 'access:',
    says: 'accessibility: is missing',
    pointsTo: 'id: F01',
  },
  {
    what: 'a training that asks an unknown item again',
    file: training,
    from: '[ map-listing ]',
    to: '[ maps ]',
    says: 'there is no item "maps"',
    pointsTo: 'maps',
  },
  {
    what: 'a training with a wrong address',
    file: training,
    from: 'slug: prendre',
    to: 'slug: Prendre',
    says: 'an id is made of small letters',
    pointsTo: 'slug',
  },
  {
    what: 'an item without "I don\'t know"',
    file: item,
    from: 'id: dont-know',
    to: 'id: unsure',
    says: 'the option "dont-know" (level unknown) is needed',
    pointsTo: 'options:',
  },
  {
    what: 'an option written twice',
    file: item,
    from: 'id: partly',
    to: 'id: yes',
    says: 'this option exists already: "yes"',
    pointsTo: 'id: yes',
  },
  {
    what: 'a level that does not exist',
    file: item,
    from: 'level: 0.5',
    to: 'level: 0.7',
    says: 'options.1.level',
    pointsTo: 'level: 0.7',
  },
  {
    what: 'a question that depends on a later one',
    file: item,
    from: 'weight: 2',
    to: 'weight: 2\nvisibleWhen: { is: [ website, yes ] }',
    says: '"website" is not asked before this question',
    pointsTo: 'visibleWhen',
  },
  {
    what: 'a question nobody is ever shown',
    file: item,
    from: 'weight: 2',
    to: 'weight: 2\nvisibleWhen: { all: [ { is: [ size, none ] }, { is: [ size, from-1-to-9 ] } ] }',
    says: 'no answers ever show this question',
    pointsTo: 'visibleWhen',
  },
  {
    what: 'a question that takes too long',
    file: item,
    from: 'seconds: 11',
    to: 'seconds: 60',
    says: 'at most 300',
    pointsTo: 'items:',
    inFile: 'questionnaire.yaml',
  },
  {
    what: 'a question left out of the order',
    file: 'questionnaire.yaml',
    from: '  - map-listing\n',
    to: '',
    says: 'does not list this question',
    pointsTo: 'id: map-listing',
    inFile: item,
  },
  {
    what: 'an order that names no file',
    file: 'questionnaire.yaml',
    from: '- map-listing',
    to: '- carrier-pigeon',
    says: 'no file asks the question "carrier-pigeon"',
    pointsTo: 'carrier-pigeon',
  },
  {
    what: 'a needed profile question left out',
    file: 'questionnaire.yaml',
    from: 'minutes, ',
    to: '',
    says: 'the profile question "minutes" is needed',
    pointsTo: 'profile:',
  },
  {
    what: 'minutes without their number',
    file: 'profile/minutes.yaml',
    from: '    value: 15\n',
    to: '',
    says: 'this option needs a value',
    pointsTo: 'minutes-15',
  },
  {
    what: 'a European point counted twice',
    file: 'crosswalk.yaml',
    from: 'point: 2\n',
    to: 'point: 1\n',
    says: 'this point exists already: "1"',
    pointsTo: 'point: 1',
  },
  {
    what: 'a European point left out',
    file: 'crosswalk.yaml',
    from: 'point: 2\n',
    to: 'point: 1\n',
    says: 'point 2 is missing',
    pointsTo: 'points:',
  },
  {
    what: 'a European point that forgets those who do not know',
    file: 'crosswalk.yaml',
    from: 'possible: [ dont-know ]',
    to: 'possible: []',
    says: '"dont-know" leaves the point open',
    pointsTo: 'possible: []',
  },
  {
    what: 'a European row listed twice',
    file: 'crosswalk.yaml',
    from: 'row: Q3.7',
    to: 'row: Q3.2',
    says: 'this row exists already: "Q3.2"',
    pointsTo: 'Q3.2',
  },
  {
    what: 'a key nobody knows',
    file: action,
    from: 'setupMinutes:',
    to: 'setupMinute:',
    says: 'setupMinute: unknown key',
    pointsTo: 'setupMinute:',
  },
  {
    what: 'a language nobody declared',
    file: item,
    from: '  en: Is your',
    to: '  de: Is your',
    says: 'title.de: unknown key',
    pointsTo: 'de: Is your',
  },
  {
    what: 'a language left out',
    file: item,
    from: '  en: Is your',
    to: '  de: Is your',
    says: 'title.en: is missing',
    pointsTo: 'title:',
  },
  {
    what: 'a key written twice',
    file: item,
    from: 'axis: found',
    to: 'axis: found\naxis: sell',
    says: 'keys must be unique',
    pointsTo: 'axis: sell',
  },
  {
    what: 'a tab',
    file: item,
    from: '  fr: Votre',
    to: '\tfr: Votre',
    says: 'Tabs are not allowed',
    pointsTo: '\tfr: Votre',
  },
  {
    what: 'a condition with two tests',
    file: action,
    from: '{ is: [ map-listing, no ] }',
    to: '{ is: [ map-listing, no ], below: [ map-listing, 1 ] }',
    says: 'exactly one of',
    pointsTo: 'below',
  },
  {
    what: 'a day that does not exist',
    file: 'programme.yaml',
    from: '2026-11-16',
    to: '2026-11-31',
    says: 'a day is written as',
    pointsTo: 'startsOn',
  },
  {
    what: 'a slug that is not the folder',
    file: 'programme.yaml',
    from: `slug: ${SLUG}`,
    to: 'slug: other',
    says: 'this folder is named',
    pointsTo: 'slug: other',
  },
]

test.each(mistakes)('$what is refused, naming the file and the line', async (mistake) => {
  await edit(mistake.file, mistake.from, mistake.to)
  const found = (await problems()).filter((problem) => problem.includes(mistake.says))
  expect(found).toHaveLength(1)
  const [file = '', line] = (found[0] ?? '').split(':')
  expect(file).toBe(mistake.inFile ?? mistake.file)
  const lines = (await readFile(join(folder(), file), 'utf8')).split('\n')
  expect(lines[Number(line) - 1]).toContain(mistake.pointsTo)
})

test('mistakes in several files are told in one go', async () => {
  await edit(action, 'setupMinutes:', 'setupMinute:')
  await edit(item, 'axis: found', 'axis: lost')
  const found = await problems()
  expect(found.some((line) => line.startsWith(`${action}:`))).toBe(true)
  expect(found.some((line) => line.startsWith(`${item}:2:`))).toBe(true)
})

test('a file with a wrong name, an empty file and a missing file are named', async () => {
  await cp(join(folder(), action), join(folder(), 'actions/another-name.yaml'))
  expect(await problems()).toEqual([
    'actions/another-name.yaml:1:1 id: this file should be named claim-map-listing.yaml',
  ])
  await writeFile(join(folder(), 'actions/another-name.yaml'), '')
  await rm(join(folder(), 'partners.yaml'))
  expect(await problems()).toEqual([
    'actions/another-name.yaml:1:1 this file is empty',
    'partners.yaml:1:1 this file is missing or cannot be read',
  ])
})

test('a folder that is not there says so', async () => {
  await rm(folder(), { recursive: true })
  expect(await problems()).toEqual(['programme.yaml:1:1 this file is missing or cannot be read'])
})

test('a programme in one language may write plain words, which serve every reader', () => {
  const { questionnaire } = programmeFiles(['fr'])
  const axis = { id: 'found', title: 'Être trouvé', asks: { fr: 'Vous trouve-t-on ?' } }
  const read = questionnaire.parse({ axes: [axis], profile: [], items: [] })
  expect(read.axes[0]?.title).toEqual({ fr: 'Être trouvé', en: 'Être trouvé' })
  expect(
    programmeFiles(['fr', 'en']).questionnaire.safeParse({ axes: [axis], profile: [], items: [] }).success,
  ).toBe(false)
})
