/** Everything that is known of one business, on one page. */
import type { StaffRole } from '../accounts/person.ts'
import type { Call } from '../calls/call.ts'
import type { AxisScore } from '../diagnostics/score.ts'
import type { ToldAnswer } from '../entries/entry.ts'
import type { BusinessSummary } from '../businesses/business.ts'
import type { BusinessContact } from '../imports/list-entry.ts'
import type { ListingOfBusiness } from '../imports/listing.ts'
import type { TrainingId } from '../programmes/training.ts'
import type { Text } from '../programmes/text.ts'

export type StoryReason = { question: Text; option: Text }
export type StoryAction = { title: Text; reasons: readonly StoryReason[] }
/** Said by the owner, not verified. */
export type StoryProof = { title: Text; note: string; declaredAt: Date }

export type StoryDiagnostic = {
  id: string
  token: string
  startedAt: Date
  finishedAt: Date | null
  /** Empty while there is no result. */
  axes: readonly (AxisScore & { title: Text })[]
  actions: readonly StoryAction[]
  proofs: readonly StoryProof[]
  /** With where each comes from, and who typed it. */
  answers: readonly ToldAnswer[]
}

export type StoryBooking = {
  id: string
  sessionId: string
  trainingId: TrainingId
  startsAt: Date
  zone: string
  cancelledAt: Date | null
  name: string
  /** Null for who may not see how to write to people. */
  email: string | null
}

export type Story = {
  /** Empty for who may not see how to reach a business. */
  contacts: readonly BusinessContact[]
  /** What lists say of it. */
  listings: readonly ListingOfBusiness[]
  business: BusinessSummary
  origin: { source: string; importedAt: Date }
  diagnostics: readonly StoryDiagnostic[]
  bookings: readonly StoryBooking[]
  calls: readonly Call[]
  tags: readonly string[]
  /** When it asked to be left alone. */
  refusedAt: Date | null
}

/** A member of staff, as the list shows them. */
export type Member = {
  id: string
  name: string
  email: string
  role: StaffRole
  relayId: string | null
  invitedAt: Date
  joinedAt: Date | null
}
