import type { ComponentChildren } from 'preact'
import type { Language } from '../core/language.ts'
import { uiTexts } from './texts.ts'

type NoticeProps = {
  language: Language
  kind?: 'info' | 'done' | 'warning'
  /** Replaces the kind's own word. */
  title?: string
  children: ComponentChildren
}

/** A short word from the counter: something to know, something done, something to mind. */
export function Notice({ language, kind = 'info', title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'info' ? 'note' : 'status'}>
      <p class="notice-title">{title ?? uiTexts[language].notice[kind]}</p>
      <div class="notice-body">{children}</div>
    </div>
  )
}
