import type { WaitingTexts } from './waiting-texts.fr.ts'

const rules = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const rank = (place: number) => `${place}${endings[rules.select(place)]}`

export const en: WaitingTexts = {
  join: {
    title: 'Wait for a seat',
    text: 'If a seat comes free we offer it to you by e-mail, in the order of asking.',
    ahead: (waiting) => {
      if (waiting === 0) return 'Nobody is waiting yet.'
      return waiting === 1 ? '1 person is waiting already.' : `${waiting} people are waiting already.`
    },
    submit: 'Put me on the waiting list',
    lineFull: (places) =>
      `The waiting list is full too: ${places} people are waiting. Please choose another date.`,
    emailHint: 'The offer of a seat arrives there, with the link to take it or let it go.',
  },
  known: {
    title: 'This address is on the list already',
    text: (email) => `${email} is already waiting for a seat in this session. Nothing has changed.`,
    again: 'We send the e-mail to this address again. It holds the link to see or leave the list.',
  },
  entry: {
    titles: {
      waiting: 'You are on the waiting list',
      offered: 'A seat is free for you',
      accepted: 'The seat is yours',
      left: 'You have left the waiting list',
      lapsed: 'This offer has ended',
      over: 'This session has begun',
      'called-off': 'This session is called off',
    },
    rank: (place) => `Your place: ${rank(place)} on the list.`,
    promise: 'As soon as a seat comes free it is held for you, and we write to you.',
    short: 'Close to the date an offer lasts less long: a quarter of an hour at least.',
    sent: (email) => `An e-mail is on its way to ${email}. It holds the link to this page.`,
    held: (until) => `We hold the seat until ${until}.`,
    after: 'After that it goes to the next person.',
    accepted: 'Everything is on the page of your booking.',
    left: 'You will get no more e-mail about this session.',
    lapsed: 'The time is up: the seat has gone to the next person. Nothing is booked in your name.',
    over: 'No seat came free in time. Another date may suit you.',
    calledOff: 'It will not take place: the waiting list is closed. There is nothing to do.',
    training: 'Training',
    when: 'When',
    with: 'With',
    for: 'For the shop',
    take: 'I take the seat',
    letGo: 'I let the seat go',
    leave: 'Leave the list',
    booking: 'See my booking',
    again: 'Wait again',
    otherDates: 'See the other dates',
    keep: 'The address of this page is yours: whoever has it can leave the list or take the seat.',
  },
  leave: {
    titles: { waiting: 'Leave the waiting list', offered: 'Let the seat go' },
    question: (training, moment) => `${training}, ${moment}.`,
    consequence: {
      waiting: 'You lose your place. You can join again, at the end of the list.',
      offered: 'The seat goes to the next person at once.',
    },
    stay: { waiting: 'Stay on the list', offered: 'See the offer again' },
  },
  mySpace: {
    title: 'My waiting lists',
    waiting: (place) => `Place: ${rank(place)} on the list`,
    offered: (until) => `A seat is held for you until ${until}`,
  },
  roster: {
    caption: 'Waiting list',
    columns: ['Place', 'Person', 'E-mail', 'Business', 'Waiting since'],
    unnamed: 'No name',
    offered: (until) => `Offer until ${until}`,
    rank,
    taken: 'Seats on offer count as taken.',
    title: 'Number of seats',
    label: 'Seats of the session',
    hint: 'A further seat goes to the waiting list first.',
    submit: 'Change the number of seats',
    changed: (capacity) => `The session now has ${capacity} seats.`,
    errors: {
      'capacity.invalid': 'The number of seats goes from 1 to 1000.',
      closed: 'The session has begun or is called off: the number of seats no longer changes.',
      forbidden: 'Only the programme’s team can change the number of seats.',
    },
    tooLow: (taken) =>
      taken === 1
        ? '1 seat is already taken or held for somebody: the number cannot be smaller.'
        : `${taken} seats are already taken or held for somebody: the number cannot be smaller.`,
  },
  mail: {
    joined: {
      subject: (training, moment) => `Waiting list: ${training}, ${moment}`,
      title: 'You are on the waiting list',
      intro: (training) => `The flash training “${training}” is full. You are waiting for a seat.`,
      rank: 'Your place',
      place: (place) => `${rank(place)} on the list`,
      promise: 'As soon as a seat comes free it is held for you, and we write to you.',
      button: 'See my place on the list',
    },
    offered: {
      subject: (training, until) => `A seat for you until ${until}: ${training}`,
      title: 'A seat is free for you',
      intro: (training) => `A seat has come free for the flash training “${training}”.`,
      until: 'Held until',
      after: 'Without an answer by then, the seat goes to the next person.',
    },
    lapsed: {
      subject: (training, moment) => `Offer ended: ${training}, ${moment}`,
      title: 'The seat has gone to the next person',
      intro: (training) =>
        `The time is up for the flash training “${training}”. Nothing is booked in your name.`,
      again: 'You can wait again, at the end of the list, or choose another date.',
      button: 'Wait again',
    },
    moved: {
      subject: (training, moment) => `New date: ${training}, ${moment}`,
      title: 'This session has moved',
      intro: (training) =>
        `The session of the flash training “${training}” that you are waiting for has a new date. You keep your place in line.`,
    },
    'called-off': {
      subject: (training, moment) => `Called off: ${training}, ${moment}`,
      title: 'This session is called off',
      intro: (training) =>
        `The session of the flash training “${training}” that you were waiting for will not take place. There is nothing to do.`,
      button: 'See the other dates',
    },
  },
}
