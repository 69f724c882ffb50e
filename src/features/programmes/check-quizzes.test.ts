import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { realFolder } from '../../testing/a-folder.ts'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'
import { loadProgramme } from './load-programme.ts'

const { folder, edit, problems } = aProgrammeCopy(realFolder)
const training = 'trainings/F01-prendre-en-main-sa-fiche.yaml'

const question = (number: number) => `  - id: F01-${number}
    question: { fr: "Question ${number}", en: "Question ${number}" }
    options:
      - { id: a, text: { fr: "Oui", en: "Yes" } }
      - { id: b, text: { fr: "Non", en: "No" } }
    answer: b
    why: { fr: "Parce que", en: "Because" }
`
const quiz = `quiz:\n${[1, 2, 3].map(question).join('')}`
/** Whatever quiz its authors wrote. */
const written = /^quiz:\n(?:(?: .*)?\n)*/m

beforeEach(async () => {
  const path = join(folder(), training)
  const file = await readFile(path, 'utf8')
  await writeFile(path, file.replace(written, '') + quiz)
})

test('a training has a quiz, or none', async () => {
  const { trainings } = await loadProgramme(folder())
  expect(trainings.find(({ id }) => id === 'F01')?.quiz?.map(({ id }) => id)).toEqual([
    'F01-1',
    'F01-2',
    'F01-3',
  ])
  await edit(training, quiz, '')
  expect((await loadProgramme(folder())).trainings.find(({ id }) => id === 'F01')?.quiz).toBeUndefined()
})

const sixQuestions = [1, 2, 3, 4, 5, 6].map(question).join('')
const fourMore = ['c', 'd', 'e', 'f'].map((id) => `      - { id: ${id}, text: { fr: x, en: y } }\n`).join('')

test.each([
  {
    what: 'a right answer that is no option',
    from: 'answer: b',
    to: 'answer: d',
    says: 'there is no option "d"; it has a, b',
    pointsTo: 'answer: d',
  },
  {
    what: 'a question named twice',
    from: 'id: F01-2',
    to: 'id: F01-1',
    says: 'this question exists already: "F01-1"',
    pointsTo: 'id: F01-1',
  },
  {
    what: 'a question named after another training',
    from: 'id: F01-2',
    to: 'id: S09-2',
    says: 'a question of F01 is named F01-2, not "S09-2"',
    pointsTo: 'id: S09-2',
  },
  {
    what: 'a question without a number',
    from: 'id: F01-2',
    to: 'id: F01-two',
    says: 'a question is named after its training and its number: F01-1',
    pointsTo: 'id: F01-two',
  },
  {
    what: 'an option written twice',
    from: '{ id: b,',
    to: '{ id: a,',
    says: 'this option exists already: "a"',
    pointsTo: '{ id: a,',
  },
  {
    what: 'a question with one option',
    from: '      - { id: b, text: { fr: "Non", en: "No" } }\n',
    to: '',
    says: 'a question has 2 to 5 options',
    pointsTo: 'options:',
  },
  {
    what: 'a question with six options',
    from: '    answer: b',
    to: `${fourMore}    answer: b`,
    says: 'a question has 2 to 5 options',
    pointsTo: 'options:',
  },
  {
    what: 'a quiz of two questions',
    from: question(3),
    to: '',
    says: 'a quiz has 3 to 5 questions',
    pointsTo: 'quiz:',
  },
  {
    what: 'a quiz of six questions',
    from: quiz,
    to: `quiz:\n${sixQuestions}`,
    says: 'a quiz has 3 to 5 questions',
    pointsTo: 'quiz:',
  },
  {
    what: 'a question without its reason',
    from: '    why: { fr: "Parce que", en: "Because" }\n',
    to: '',
    says: 'why: is missing',
    pointsTo: 'id: F01-1',
  },
  {
    what: 'a key nobody knows',
    from: 'why:',
    to: 'because: x\n    why:',
    says: 'unknown key',
    pointsTo: 'because: x',
  },
])('a quiz with $what is refused, naming the file and the line', async ({ from, to, says, pointsTo }) => {
  await edit(training, from, to)
  const found = (await problems()).filter((problem) => problem.includes(says))
  expect(found).toHaveLength(1)
  const [file, line] = (found[0] ?? '').split(':')
  expect(file).toBe(training)
  const lines = (await readFile(join(folder(), training), 'utf8')).split('\n')
  expect(lines[Number(line) - 1]).toContain(pointsTo)
})
