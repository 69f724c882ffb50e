/** The W3C's own reader and checker of WebVTT, which comes without types: what we use of it. */
declare module 'webvtt-parser' {
  export type CueNode = { type: string; value?: unknown; children?: readonly CueNode[] }
  export type ParsedCue = { startTime: number; endTime: number; tree: CueNode }
  export type Parsed = { cues: readonly ParsedCue[]; errors: readonly { message: string; line: number }[] }
  class WebVTTParser {
    constructor(escapes: Readonly<Record<string, string>>)
    parse(text: string, kind: 'captions' | 'chapters'): Parsed
  }
  const parser: { WebVTTParser: typeof WebVTTParser }
  // oxlint-disable-next-line import/no-default-export -- a CommonJS module has no other
  export default parser
}
