/** Finding words in the transcript: capitals, accents and the two kinds of apostrophe do not matter. */

/** A stretch of the text, by position. */
export type Hit = { from: number; until: number }

/** Every place where the words asked for stand, in order; none for an empty question. */
export function findWords(text: string, asked: string): Hit[] {
  const needle = fold(asked.trim()).letters.join('')
  if (needle === '') return []
  const { letters, places } = fold(text)
  const hay = letters.join('')
  const hits: Hit[] = []
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + needle.length))
    hits.push({ from: places[at] ?? 0, until: (places[at + needle.length - 1] ?? 0) + 1 })
  return hits
}

/** One plain letter for each of the text, with its place: `É` is `e`, `œ` is `o` and `e`. */
function fold(text: string): { letters: string[]; places: number[] } {
  const letters: string[] = []
  const places: number[] = []
  for (let place = 0; place < text.length; place += 1) {
    for (const letter of plain(text[place] ?? '')) {
      letters.push(letter)
      places.push(place)
    }
  }
  return { letters, places }
}

function plain(letter: string): string {
  if (/\u2019/.test(letter)) return "'"
  if (/\s/.test(letter)) return ' '
  const small = letter
    .toLowerCase()
    .replace(/\u0153/, 'oe')
    .replace(/\u00e6/, 'ae')
  return small.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
