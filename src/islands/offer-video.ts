/** What a meeting needs from a frame; it may not take this page over, nor learn its address. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation'
const allow = 'camera; microphone; fullscreen; display-capture; autoplay; picture-in-picture'

/** Offers to show the video in the page: the frame, and with it the other site, comes with the tap and not before. */
export function offerVideo(): void {
  for (const offer of document.querySelectorAll<HTMLElement>('[data-frame]')) {
    offer.hidden = false
    offer.querySelector('button')?.addEventListener('click', () => offer.replaceWith(frameOf(offer)))
  }
}

function frameOf({ dataset }: HTMLElement): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = dataset['title'] ?? ''
  frame.className = 'room-frame'
  frame.setAttribute('sandbox', sandbox)
  frame.allow = allow
  // Some providers refuse a frame from nowhere: they learn the site, never the page.
  frame.referrerPolicy = 'strict-origin'
  frame.src = dataset['frame'] ?? ''
  return frame
}
