/** How far a business has come: the last step that it reached. */
export const steps = ['register', 'diagnosed', 'plan', 'booked', 'done'] as const
/** `plan`: a plan with an action was made; `booked`: for a training, not cancelled; `done`: says that it did an action. */
export type Step = (typeof steps)[number]
