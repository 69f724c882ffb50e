/** Searching the transcript of a replay: what does not match goes, what matches is marked. */
import { findWords } from '../features/replays/search.ts'

type Place = { sentence: HTMLElement; words: string }

export function searchable(root: HTMLElement, seek: (seconds: number) => void): void {
  const search = root.querySelector<HTMLElement>('.transcript-search')
  const form = search?.querySelector('form')
  const field = form?.querySelector('input')
  const status = form?.querySelector('output')
  const said = root.querySelector<HTMLElement>('.said')
  if (!search || !form || !field || !status || !said) return
  search.hidden = false
  said.classList.add('can-seek')
  const places = [...said.querySelectorAll<HTMLElement>('span[data-at]')].map((sentence) => ({
    sentence,
    words: sentence.textContent ?? '',
  }))
  let found: Place[] = []
  let here = -1
  field.addEventListener('input', () => {
    found = show(places, field.value)
    here = -1
    for (const chapter of said.querySelectorAll<HTMLElement>('.said-chapter'))
      chapter.hidden = field.value.trim() !== '' && !chapter.querySelector('mark')
    status.textContent = field.value.trim() === '' ? '' : countWords(status, found.length)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (found.length === 0) return
    found[here]?.sentence.classList.remove('is-here')
    here = (here + 1) % found.length
    const { sentence } = found[here] as Place
    sentence.classList.add('is-here')
    seek(Number(sentence.dataset['at']))
  })
}

/** Marks the words in every sentence that has them; gives those sentences. */
function show(places: readonly Place[], asked: string): Place[] {
  return places.filter(({ sentence, words }) => {
    const hits = findWords(words, asked)
    const parts: (string | Node)[] = []
    let end = 0
    for (const { from, until } of hits) {
      const mark = document.createElement('mark')
      mark.textContent = words.slice(from, until)
      parts.push(words.slice(end, from), mark)
      end = until
    }
    sentence.classList.remove('is-here')
    sentence.replaceChildren(...parts, words.slice(end))
    return hits.length > 0
  })
}

function countWords({ dataset }: HTMLElement, count: number): string {
  if (count === 0) return dataset['none'] ?? ''
  return count === 1 ? (dataset['one'] ?? '') : (dataset['many'] ?? '').replace('–', String(count))
}
