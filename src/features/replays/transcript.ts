/** The transcript of a replay: made of its captions, so that it cannot drift from what is said. */
import type { Cue } from '../programmes/cue.ts'

/** A sentence, from the second at which it begins. */
export type Sentence = { at: number; words: string }
/** A chapter's sentences; `title` is null before the first chapter, and where there are no chapters. */
export type Paragraph = { at: number; title: string | null; sentences: readonly Sentence[] }

/** In paragraphs by chapter; a sentence belongs to the chapter in which it begins. */
export function transcriptOf(captions: readonly Cue[], chapters: readonly Cue[]): Paragraph[] {
  const sentences = sentencesOf(captions)
  const starts = [{ from: 0, words: null }, ...chapters]
  const paragraphs = starts.map(({ from, words }, index) => {
    const end = starts[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const said = sentences.filter(({ at }) => at >= from && at < end)
    return { at: from, title: words, sentences: said }
  })
  return paragraphs.filter(({ title, sentences: said }) => title !== null || said.length > 0)
}

/** A caption holds what fits under a picture: those that one sentence runs through are joined. */
function sentencesOf(captions: readonly Cue[]): Sentence[] {
  const sentences: Sentence[] = []
  let open: Sentence | null = null
  for (const { from, words } of captions) {
    open = open ? { at: open.at, words: `${open.words} ${words}` } : { at: from, words }
    if (!/[.?!…]["»”\s]*$/u.test(words)) continue
    sentences.push(open)
    open = null
  }
  return open ? [...sentences, open] : sentences
}

/** As a plain file: chapters with their moment, an empty line between paragraphs. */
export function transcriptText(title: string, paragraphs: readonly Paragraph[]): string {
  const parts = paragraphs.map(({ at, title: chapter, sentences }) => {
    const said = sentences.map(({ words }) => words).join(' ')
    return chapter === null ? said : `${markOf(at)}  ${chapter}\n${said}`
  })
  return `${[title, ...parts].join('\n\n')}\n`
}

/** A moment as players write it: `1:05`, `1:02:07`. */
export function markOf(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const tail = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}
