/** Captions and chapters as the programme's folder keeps them: WebVTT, read by the W3C's own parser. */
import webvtt, { type CueNode } from 'webvtt-parser'

/** Words said from one second on until another; seconds may have a fraction. */
export type Cue = { from: number; until: number; words: string }

/** What is wrong with a file, by line from 1. */
export type CueFault = { line: number; message: string }

export type ReadCues = { cues: readonly Cue[]; faults: readonly CueFault[] }

/** The parser's own list lacks the semicolons, and would leave them in the words. */
const escapes = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
  '&nbsp;': '\u00a0',
}

/** Reads one file; a cue that begins before the last one, or ends after `seconds`, is a fault like bad syntax. */
export function readCues(text: string, kind: 'captions' | 'chapters', seconds: number): ReadCues {
  const { cues: parsed, errors } = new webvtt.WebVTTParser(escapes).parse(text, kind)
  const cues = parsed.map(({ startTime, endTime, tree }) => ({
    from: startTime,
    until: endTime,
    words: wordsOf(tree),
  }))
  const faults: CueFault[] = errors.map(({ line, message }) => ({ line, message }))
  if (faults.length > 0) return { cues, faults }
  if (cues.length === 0) return { cues, faults: [{ line: 1, message: 'there is not a single cue' }] }
  const lines = linesOfCues(text)
  const late = cues.flatMap(({ until }, index) =>
    until > seconds
      ? [{ line: lines[index] ?? 1, message: `this ends at ${until} s, the replay at ${seconds} s` }]
      : [],
  )
  return { cues, faults: late }
}

/** Where each cue says its times; asked only of a file without a fault. */
function linesOfCues(text: string): number[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => (line.includes('-->') ? [index + 1] : []))
}

function wordsOf(node: CueNode): string {
  if (node.type === 'text') return String(node.value).replaceAll(/\s+/g, ' ')
  return (node.children ?? []).map(wordsOf).join('')
}
