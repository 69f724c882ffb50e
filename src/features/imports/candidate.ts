/** A business that a listing may be about. */
import type { BusinessSummary } from '../businesses/business.ts'

/** Why it may be: the same shop in another list, the same way to reach it, or a similar name. */
export type CandidateReason = 'same-shop' | 'same-contact' | 'alike'
export type Candidate = { business: BusinessSummary; why: CandidateReason }
