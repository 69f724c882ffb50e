/** That an address is not written to: of all mailings, or of one kind. */
import type { Topic } from './mailing.ts'

/** `staff`: said to somebody of the team. Only `unsubscribed` is one's own to take back. */
export type SuppressionReason = 'unsubscribed' | 'complaint' | 'hard-bounce' | 'soft-bounces' | 'staff'
export type Scope = 'all' | Topic
export type KnownSuppression = { scope: Scope; reason: SuppressionReason; suppressedAt: Date }
