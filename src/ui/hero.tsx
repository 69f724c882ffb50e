import type { ComponentChildren } from 'preact'

/** The shop window of a page: one sentence, one button. The street stands under it. */
export function Hero({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children: ComponentChildren
}) {
  return (
    <div class="hero wide">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <div class="button-row">{children}</div>
    </div>
  )
}
