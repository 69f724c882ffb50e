import type { ComponentChildren } from 'preact'

/** A page or list with nothing in it yet: what it will hold, and the one thing to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <div class="shutter" aria-hidden="true" />
      <h2>{title}</h2>
      {children}
    </div>
  )
}
