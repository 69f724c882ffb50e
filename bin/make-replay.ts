/**
 * `node bin/make-replay.ts F01 P24`: makes the demonstration replays of trainings from their `.story.yaml`, with
 * Chromium for the pictures, espeak-ng for the voice and FFmpeg for the video. For authors; not part of a build.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { languages, type Language } from '../src/core/language.ts'
import { typeset } from '../src/features/programmes/text.ts'
import { repository } from './lib/paths.ts'
import { drawSlides } from './lib/slides.ts'

const folder = join(repository, 'programmes/soutenons-nos-tpe-pme/replays')
const rate = 22_050
const pause = { sentence: 0.35, slide: 0.9 }

const words = z.object({ fr: z.string(), en: z.string() })
const storyFile = z.object({
  kicker: words,
  slides: z.array(z.object({ title: words, points: z.array(z.string()), said: z.array(words).min(1) })),
})
type Story = z.infer<typeof storyFile>

/** Something of the story with its seconds in the recording. */
type Timed = { from: number; until: number; words: Record<Language, string> }
type Recorded = { voice: Buffer; sentences: Timed[]; slides: Timed[]; seconds: number }

for (const training of process.argv.slice(2)) await make(training)

async function make(training: string): Promise<void> {
  const story = storyFile.parse(parse(readFileSync(join(folder, `${training}.story.yaml`), 'utf8')))
  const work = mkdtempSync(join(tmpdir(), 'replay-'))
  try {
    const recorded = record(story)
    const pictures = await drawSlides(work, story)
    film(training, { work, pictures, recorded })
    for (const language of languages) {
      writeCues(`${training}.${language}.vtt`, recorded.sentences, language)
      writeCues(`${training}.chapters.${language}.vtt`, recorded.slides, language)
    }
    const { size } = statSync(join(folder, `${training}.mp4`))
    console.log(`${training}: seconds: ${Math.round(recorded.seconds)}, ${Math.round(size / 1000)} kB`)
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** Reads every sentence aloud, and notes when each is said and each slide shown. */
function record(story: Story): Recorded {
  const voice: Buffer[] = []
  const sentences: Timed[] = []
  const slides: Timed[] = []
  let at = 0
  const add = (sound: Buffer) => {
    voice.push(sound)
    at += sound.length / 2 / rate
  }
  for (const { title, said } of story.slides) {
    const begun = at
    add(silence(pause.sentence))
    for (const sentence of said) {
      const from = at
      add(speak(sentence.fr))
      sentences.push({ from, until: at, words: sentence })
      add(silence(pause.sentence))
    }
    add(silence(pause.slide))
    // Whole seconds, so that the length we tell is the one a player shows.
    if (slides.length === story.slides.length - 1) add(silence(Math.ceil(at) - at))
    slides.push({ from: begun, until: at, words: title })
  }
  return { voice: Buffer.concat(voice), sentences, slides, seconds: at }
}

/** 16-bit samples of the voice, without the head of the file they come in. */
function speak(sentence: string): Buffer {
  const wave = execFileSync('espeak-ng', ['-v', 'fr+f2', '-s', '160', '-g', '1', '--stdout', sentence])
  return wave.subarray(44)
}

function silence(seconds: number): Buffer {
  return Buffer.alloc(Math.round(seconds * rate) * 2)
}

type Reel = { work: string; pictures: readonly string[]; recorded: Recorded }

/** H.264 and AAC, which every browser of the last ten years plays; its index first, so that it begins at once. */
function film(training: string, { work, pictures, recorded }: Reel): void {
  const list = recorded.slides.map(
    ({ from, until }, index) => `file '${pictures[index]}'\nduration ${(until - from).toFixed(3)}\n`,
  )
  const [voice, reel] = [join(work, 'voice.raw'), join(work, 'reel.txt')]
  writeFileSync(voice, recorded.voice)
  writeFileSync(reel, `${list.join('')}file '${pictures.at(-1)}'\n`)
  const inputs = ['-f', 'concat', '-safe', '0', '-i', reel, '-f', 's16le', '-ar', `${rate}`, '-ac', '1']
  const picture = ['-vf', 'fps=5,format=yuv420p', '-c:v', 'libx264', '-profile:v', 'main', '-crf', '35']
  const still = ['-preset', 'veryslow', '-tune', 'stillimage', '-g', '50', '-t', recorded.seconds.toFixed(3)]
  const sound = [
    '-af',
    'highpass=f=90,lowpass=f=7500,volume=0.9',
    '-c:a',
    'aac',
    '-ar',
    '16000',
    '-b:a',
    '19k',
  ]
  const end = ['-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart']
  const file = join(folder, `${training}.mp4`)
  const all = [...inputs, '-i', voice, ...picture, ...still, ...sound, ...end, file]
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...all])
  const poster = ['-i', String(pictures[0]), '-q:v', '9', join(folder, `${training}.jpg`)]
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...poster])
}

function writeCues(file: string, timed: readonly Timed[], language: Language): void {
  const cues = timed.map(
    ({ from, until, words }) => `${stamp(from)} --> ${stamp(until)}\n${typeset(words[language], language)}\n`,
  )
  writeFileSync(join(folder, file), `WEBVTT\n\n${cues.join('\n')}`)
}

function stamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}
