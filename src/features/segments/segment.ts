/** A segment: a rule kept under a name, by a relay or by the whole programme. Who is in it is asked each time. */
import type { Rule } from './rule.ts'

export type Segment = {
  id: string
  name: string
  /** Whose it is, and whose businesses it is about; null: the whole programme. */
  relayId: string | null
  /** Null when no version of ours can read what was kept. */
  rule: Rule | null
  madeAt: Date
}
