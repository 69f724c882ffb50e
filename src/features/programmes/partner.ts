import type { Text } from './text.ts'

/** Someone around the programme, with the interest they have in it. */
export type Partner = {
  id: string
  name: string
  role: Text
  /** What they gain or sell, in plain words. */
  interest: Text
  /** Whether they give this programme money, tools or advertising credit. */
  funds: boolean
  /** A public page that says so. */
  source?: string
}
