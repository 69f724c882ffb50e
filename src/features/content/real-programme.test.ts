/** The real programme as its authors left it: what they are told, and what its rules promise. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { edit, folderCopies, realFolder } from '../../testing/a-folder.ts'
import { visibleQuestions, type GivenAnswers } from '../diagnostics/diagnostic.ts'
import { makeResult } from '../diagnostics/result.ts'
import { everyQuestion, MOST_SECONDS, type Programme } from '../programmes/programme.ts'
import { waysThrough } from '../programmes/ways.ts'
import { checkContent } from './cli.ts'
import { reviewProgramme, type Review } from './review-programme.ts'

/** The day on which laws and prices were read last: a test does not grow old. */
const TODAY = '2026-11-25'

let review: Review
let programme: Programme
beforeAll(async () => {
  review = await reviewProgramme(realFolder, TODAY)
  programme = review.programme
})
const aCopy = folderCopies()

test('nothing is to be mended in the programme, in any language', () => {
  expect(review.findings).toEqual([])
})

test('the results of the invented shops are those that were accepted', () => {
  expect(review.differences).toEqual([])
  expect(review.results).toHaveLength(11)
})

test('whatever an invented shop answers, it has a result made of numbers or of words, never of nothing', () => {
  for (const { axes } of review.results) {
    for (const range of Object.values(axes)) expect(range === null || range.every(Number.isFinite)).toBe(true)
  }
  const [best, worst, unknown, notApplicable] = review.results
  expect(Object.values(best?.axes ?? {})).toEqual(Array.from({ length: 5 }, () => [100, 100]))
  expect(best?.actions).toEqual([])
  expect(worst?.actions).toHaveLength(3)
  expect(unknown?.actions.length).toBeGreaterThan(0)
  expect(notApplicable?.actions).toEqual([])
})

/** Any answers, some questions left open: chosen by number, as the programme is read at run time. */
const anyShop = fc.array(fc.nat(20), { minLength: 40, maxLength: 40 })

function shop(numbers: readonly number[]): GivenAnswers {
  const entries = everyQuestion(programme).flatMap(({ id, options }, i) => {
    const option = options[(numbers[i] ?? 0) % (options.length + 1)]
    return option ? [[id, { option: option.id, source: 'answered' as const }] as const] : []
  })
  return Object.fromEntries(entries)
}

test('when one answer goes up, no score goes down', () => {
  fc.assert(
    fc.property(anyShop, fc.nat(50), fc.nat(5), (numbers, which, how) => {
      const given = shop(numbers)
      const question = programme.questions[which % programme.questions.length]
      const now = question?.options.find(({ id }) => id === given[question.id]?.option)?.level
      const better = question?.options.filter(
        ({ level }) => typeof level === 'number' && typeof now === 'number' && level > now,
      )
      const option = better?.[how % Math.max(1, better.length)]
      if (!question || !option) return
      const raised = { ...given, [question.id]: { option: option.id, source: 'answered' as const } }
      const after = makeResult(programme, raised).axes
      for (const [i, before] of makeResult(programme, given).axes.entries()) {
        const then = after[i]
        if (before.kind !== 'score' || then?.kind !== 'score') continue
        expect(then.low).toBeGreaterThanOrEqual(before.low)
        expect(then.high).toBeGreaterThanOrEqual(before.high)
      }
    }),
    { numRuns: 1000 },
  )
})

test('no shop is asked for more time than the longest way that was computed, and that fits five minutes', () => {
  const { longest } = waysThrough(everyQuestion(programme))
  expect(longest.seconds).toBeLessThanOrEqual(MOST_SECONDS)
  fc.assert(
    fc.property(anyShop, (numbers) => {
      const asked = visibleQuestions(programme, shop(numbers))
      expect(asked.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(longest.seconds)
    }),
    { numRuns: 500 },
  )
})

async function told(folder: string, ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const now = new Date(`${TODAY}T09:00:00Z`)
  const code = await checkContent({
    args: [folder, ...args],
    folder: realFolder,
    now,
    say: (line) => lines.push(line),
  })
  return { code, lines }
}

const listing = 'actions/claim-map-listing.yaml'

const slips: [what: string, file: string, from: string, to: string, says: RegExp][] = [
  [
    'a sentence nobody can read in one breath',
    listing,
    'fr: Cherchez le nom de votre commerce sur une carte.',
    `fr: ${'Cherchez encore et encore '.repeat(6)}le nom.`,
    /^actions\/claim-map-listing\.yaml:\d+:3 a sentence of 26 words \(fr\), at most 20: cut/,
  ],
  ['a word of the trade', 'questions/backup.yaml', 'fr: ', 'fr: SEO, ', /write “être trouvé”$/],
  [
    'a price without a day',
    'actions/one-page-site.yaml',
    'bestBefore: 2027-05-31\n',
    '',
    /write under bestBefore .* as 2027-05-31$/,
  ],
  [
    'a law to be read again',
    'trainings/M20-facture-electronique.yaml',
    '2027-03-31',
    '2026-11-24',
    /since 2026-11-24/,
  ],
  [
    'an action that asks for more time than anybody has',
    'actions/one-page-site.yaml',
    'setupMinutes: ',
    'setupMinutes: 9',
    /^actions\/one-page-site\.yaml:\d+:1 no shop is ever offered/,
  ],
  [
    'an answer that went without a word',
    'profile/fear.yaml',
    'id: other',
    'id: another',
    /^renames\.yaml:1:1 version 1\.0\.0 had fear: other; say in renames\.yaml/,
  ],
]

test.each(slips)('the authors are told of %s', async (_what, file, from, to, says) => {
  const copy = await aCopy()
  await edit(copy, file, from, to)
  const { code, lines } = await told(copy)
  expect(lines.filter((line) => says.test(line)).length, lines.join('\n')).toBeGreaterThan(0)
  expect(code).toBe(1)
})

test('a change is told by what it does to shops, until it is accepted', async () => {
  const copy = await aCopy()
  expect(await told(copy)).toEqual({ code: 0, lines: [expect.stringContaining('nothing to mend')] })
  await edit(copy, 'questions/backup.yaml', 'weight: 1', 'weight: 3')
  await edit(copy, 'actions/claim-map-listing.yaml', 'setupMinutes: 60', 'setupMinutes: 300')
  const { code, lines } = await told(copy, '--language', 'fr')
  expect(code).toBe(1)
  expect(lines).toContainEqual(
    expect.stringMatching(/Coiffeuse avec deux salariées: Protéger\s: 25 à 75 devient pas assez de réponses/),
  )
  expect(lines).toContainEqual(
    expect.stringMatching(/Rien n.est en place: perd l.action «\sPrendre en main votre fiche/),
  )
  expect(await told(copy, '--accept')).toMatchObject({ code: 0 })
  expect(await told(copy)).toMatchObject({ code: 0 })
})

test('an answer that was renamed is not lost, and the list of a version never forgets', async () => {
  const copy = await aCopy()
  await edit(copy, 'profile/fear.yaml', 'id: other', 'id: another')
  await writeFile(join(copy, 'renames.yaml'), 'options:\n  - { question: fear, from: other, to: another }\n')
  const { lines } = await told(copy, '--accept')
  expect(lines.filter((line) => line.startsWith('renames.yaml'))).toEqual([])
  expect(await readFile(join(copy, 'ids/1.0.0.yaml'), 'utf8')).toContain('not-for-me, other, another ]')
})

test('an invented shop with an answer nobody can give is refused, with the answers there are', async () => {
  const copy = await aCopy()
  await edit(copy, 'personas.yaml', 'map-listing: partly', 'map-listing: half')
  const { code, lines } = await told(copy)
  expect(code).toBe(1)
  expect(lines.join()).toMatch(/^personas\.yaml:\d+:7 .*it has yes, partly, no, dont-know$/)
})
