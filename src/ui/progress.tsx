import type { Language } from '../core/language.ts'
import { formatNumber } from './format.ts'
import { uiTexts } from './texts.ts'

type ProgressProps = {
  language: Language
  /** From 1. */
  question: number
  total: number
  /** Estimated, rounded by the caller; null: not said. */
  minutesLeft: number | null
}

/** Where one is: in words, and as a row of windows of which those behind are lit. */
export function Progress({ language, question, total, minutesLeft }: ProgressProps) {
  const words = uiTexts[language].progress
  return (
    <div class="progress">
      <p>
        <b>{words.question(formatNumber(question, language), formatNumber(total, language))}</b>
        {minutesLeft !== null && <span>{words.left(minutesLeft)}</span>}
      </p>
      <svg
        class="progress-windows"
        viewBox={`0 0 ${total * 12} 14`}
        preserveAspectRatio="xMinYMid"
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: total }, (_, index) => (
          <rect
            key={index}
            class={index < question - 1 ? 'lit' : index === question - 1 ? 'here' : undefined}
            x={index * 12 + 1.5}
            y="1"
            width="9"
            height="12"
            rx="1.5"
          />
        ))}
      </svg>
    </div>
  )
}
