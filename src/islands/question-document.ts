/** What the script of the question page reads from the document, and the line it writes into. */
import type { ReturnTo } from '../features/diagnostics/urls.ts'

/** The run of a page of the diagnostic, and which page of it. */
export function readPlace(path: string): { token: string; page: string } | null {
  const [, token, page] = /^\/diagnostic\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  return token && page ? { token, page } : null
}

/** The answer that was tapped; null when something else was. */
export function readOption({ submitter }: SubmitEvent): string | null {
  return submitter instanceof HTMLButtonElement && submitter.name === 'option' ? submitter.value : null
}

/** The link that was followed in this window, to another page of ours; null when it was something else. */
export function readLink(event: MouseEvent): HTMLAnchorElement | null {
  const link = (event.target as Element).closest('a')
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  return link && isPlain && link.origin === location.origin && !link.hash ? link : null
}

/** Where changing this answer comes back to. */
export function returnOf(url: URL): ReturnTo | undefined {
  const asked = url.searchParams.get('retour')
  return asked === 'resultat' || asked === 'reponses' ? asked : undefined
}

/** A place above the page's own words that screen readers listen to; null empties it. */
export function statusLine(main: HTMLElement): (words: string | null) => void {
  const line = document.createElement('div')
  line.setAttribute('role', 'status')
  line.className = 'offline-line'
  main.before(line)
  return (words) => {
    if (line.textContent === (words ?? '')) return
    const said = document.createElement('p')
    said.className = 'notice'
    said.textContent = words
    if (words === null) line.replaceChildren()
    else line.replaceChildren(said)
  }
}
