import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProgrammeCopy } from '../../testing/a-programme-copy.ts'
import { loadProgramme } from './load-programme.ts'

const real = join(import.meta.dirname, '../../../programmes/soutenons-nos-tpe-pme')
const { folder, edit, problems } = aProgrammeCopy(real)

const training = 'trainings/F01-prendre-en-main-sa-fiche.yaml'
const captions = 'replays/F01.fr.vtt'
const inFolder = (file: string) => join(folder(), file)

test('a replay whose video or picture was not sent along is refused where it is named', async () => {
  await rm(inFolder('replays/F01.mp4'))
  await rm(inFolder('replays/F01.jpg'))
  const lines = (await readFile(inFolder(training), 'utf8')).split('\n')
  const line = (key: string) => lines.findIndex((words) => words.startsWith(`  ${key}:`)) + 1
  expect(await problems()).toEqual([
    `${training}:${line('video')}:3 replay.video: there is no file "replays/F01.mp4"`,
    `${training}:${line('poster')}:3 replay.poster: there is no file "replays/F01.jpg"`,
  ])
})

test('missing captions are refused by their name', async () => {
  await rm(inFolder(captions))
  expect(await problems()).toEqual([`${captions}:1:1 this file is missing or cannot be read`])
})

test.each([
  ['00:00:05.821 --> 00:00:08.749', '00:00:05.821 -> 00:00:08.749', 7, /timestamp/i],
  ['00:00:05.821 --> 00:00:08.749', '00:00:05.821 --> 00:00:04.749', 6, /not greater than start/],
  ['00:00:05.821 -->', '00:00:00.100 -->', 6, /previous cue/],
  ['WEBVTT', 'SUBTITLES', 1, /signature/],
])('captions that say %j as %j are refused at their line', async (from, to, line, says) => {
  await edit(captions, from, to)
  const [problem = ''] = await problems()
  expect(problem).toMatch(new RegExp(`^${captions}:${line}:1 `))
  expect(problem).toMatch(says)
})

test('a cue after the end of the replay is refused, so that captions of another recording are noticed', async () => {
  await edit(training, 'seconds: 79', 'seconds: 75')
  const found = await problems()
  expect(found).toHaveLength(4)
  expect(found).toContainEqual(
    expect.stringMatching(/^replays\/F01\.fr\.vtt:\d+:1 this ends at .* s, the replay at 75 s$/),
  )
})

test('captions without a word are refused, and a replay without captions too', async () => {
  await writeFile(inFolder(captions), 'WEBVTT\n')
  expect(await problems()).toEqual([`${captions}:1:1 there is not a single cue`])
  await edit(training, '{ fr: replays/F01.fr.vtt, en: replays/F01.en.vtt }', '{}')
  expect(await problems()).toEqual([expect.stringContaining('captions in one language at least')])
})

test.each(['../secret.mp4', 'http://video.example.org/F01.mp4', 'replays/../../F01.mp4', 'F01.mov'])(
  'a video at %s is refused',
  async (video) => {
    await edit(training, 'video: replays/F01.mp4', `video: ${video}`)
    expect(await problems()).toEqual([expect.stringContaining('or an https address')])
  },
)

test('a video at an https address needs no file', async () => {
  await rm(inFolder('replays/F01.mp4'))
  await edit(training, 'video: replays/F01.mp4', 'video: https://video.example.org/F01.mp4')
  const { trainings } = await loadProgramme(folder())
  expect(trainings.find(({ id }) => id === 'F01')?.replay?.video).toBe('https://video.example.org/F01.mp4')
})

test('one changed word of the captions makes another release', async () => {
  await edit(captions, 'enseigne', 'boutique')
  expect((await loadProgramme(folder())).hash).not.toBe((await loadProgramme(real)).hash)
})
