/** Addresses of bookings: their token is the key. */
export const bookingUrls = {
  bookingPattern: '/reservations/:token',
  invitationPattern: '/reservations/:token/invitation.ics',
  cancelPattern: '/reservations/:token/annuler',
  companionsPattern: '/reservations/:token/personnes',
  chooseFor: '/equipe/inscrire',
  enrolPattern: '/equipe/sessions/:id/inscrire',
  roomPattern: '/reservations/:token/salle',
  staffRoomPattern: '/equipe/sessions/:id/salle',
  movePattern: '/equipe/sessions/:id/changer',
  callOffPattern: '/equipe/sessions/:id/annuler',
  mySpace: '/mon-espace',
  calendarAnchor: 'agenda',
  renewCalendar: '/mon-espace/agenda',
  calendarPattern: '/agenda/:token/formations.ics',
  calendar: (token: string) => `/agenda/${token}/formations.ics`,
  move: (trainingSessionId: string) => `/equipe/sessions/${trainingSessionId}/changer`,
  callOff: (trainingSessionId: string) => `/equipe/sessions/${trainingSessionId}/annuler`,
  booking: (token: string) => `/reservations/${token}`,
  invitation: (token: string) => `/reservations/${token}/invitation.ics`,
  cancel: (token: string) => `/reservations/${token}/annuler`,
  companions: (token: string) => `/reservations/${token}/personnes`,
  /** @param businessId of the owner on the telephone. */
  chooseForBusiness: (businessId: string) => `/equipe/inscrire?commerce=${businessId}`,
  enrol: (trainingSessionId: string, businessId: string | null = null) =>
    `/equipe/sessions/${trainingSessionId}/inscrire${businessId === null ? '' : `?commerce=${businessId}`}`,
  room: (token: string) => `/reservations/${token}/salle`,
  staffRoom: (trainingSessionId: string) => `/equipe/sessions/${trainingSessionId}/salle`,
} as const

/** Addresses of the line of a full session: an entry's token is the key. */
export const waitingUrls = {
  joinPattern: '/formations/sessions/:id/attendre',
  entryPattern: '/liste-attente/:token',
  takePattern: '/liste-attente/:token/prendre',
  leavePattern: '/liste-attente/:token/laisser',
  capacityPattern: '/equipe/sessions/:id/places',
  join: (trainingSessionId: string) => `/formations/sessions/${trainingSessionId}/attendre`,
  entry: (token: string) => `/liste-attente/${token}`,
  take: (token: string) => `/liste-attente/${token}/prendre`,
  leave: (token: string) => `/liste-attente/${token}/laisser`,
  capacity: (trainingSessionId: string) => `/equipe/sessions/${trainingSessionId}/places`,
} as const
