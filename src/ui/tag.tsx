import type { ComponentChildren } from 'preact'

/** A state in one or two words; the colour only repeats what the words say. */
export function Tag({ kind = 'plain', children }: TagProps) {
  return <span class={`tag ${kind}`}>{children}</span>
}

type TagProps = { kind?: 'plain' | 'done' | 'lit' | 'warning'; children: ComponentChildren }
