/**
 * The features, lowest first. A feature imports from itself and from features before it, never from one after
 * it; `check/arrows.ts` refuses the rest.
 */
export const order = [
  'programmes',
  'accounts',
  'businesses',
  'relays',
  'imports',
  'diagnostics',
  'editions',
  'plans',
  'content',
  'entries',
  'trainings',
  'training-sessions',
  'bookings',
  'attendance',
  'live-rooms',
  'replays',
  'calls',
  'segments',
  'mailings',
  'quizzes',
  'certificates',
  'feedback',
  'indicators',
  'staff',
  'site',
  'demo',
] as const
