import type { ComponentChildren } from 'preact'

type ButtonProps = {
  children: ComponentChildren
  /** One `main` a page; the others are `plain`; `quiet` looks like a link. */
  kind?: 'main' | 'plain' | 'quiet'
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
}

/** Submits its form. Verb first in its words; 48 px high, as wide as the page on phones. */
export function Button({ children, kind = 'main', ...attributes }: ButtonProps) {
  return (
    <button type="submit" class={`button ${kind}`} {...attributes}>
      {children}
    </button>
  )
}

type ButtonLinkProps = { href: string; children: ComponentChildren; kind?: 'main' | 'plain' | 'quiet' }

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, kind = 'main' }: ButtonLinkProps) {
  return (
    <a class={`button ${kind}`} href={href}>
      {children}
    </a>
  )
}

/** Buttons beside each other, under each other on phones. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>
}
