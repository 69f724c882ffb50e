export const feedbackUrls = {
  practicePattern: '/reservations/:token/un-mois-apres',
  practice: (token: string) => `/reservations/${token}/un-mois-apres`,
  staff: '/equipe/avis',
} as const
