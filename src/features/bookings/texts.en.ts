import type { BookingTexts } from './texts.fr.ts'

const toldWords = (people: number): string => {
  if (people === 0) return 'Nobody held a seat.'
  return people === 1 ? '1 person is told.' : `${people} people are told.`
}

export const en: BookingTexts = {
  booking: {
    title: (training) => `Book: ${training}`,
    when: 'When',
    length: 'Length',
    with: 'With',
    seats: 'Seats',
    for: 'For the shop',
    email: 'Your e-mail address',
    emailHint: 'The confirmation and the calendar invitation arrive there.',
    siret: 'SIRET number of your shop',
    siretHint: '14 digits, on your invoices. It ties the training to your shop.',
    signedIn: (email) => `The confirmation goes to ${email}.`,
    submit: 'Book my seat',
    next: 'It is free. You can give your seat back in two clicks.',
    otherDates: 'Other dates',
    back: 'See the training again',
  },
  companions: {
    you: 'You',
    summary: 'Come with one or two others',
    title: 'Who comes with you?',
    text: 'Up to two people of your shop can come with you. Each has a seat. Leave empty if you come without them.',
    first: 'First name of the second person',
    second: 'First name of the third person',
    submit: 'Save',
    keep: 'Change nothing',
    tooLate: 'The session has begun or the booking is cancelled: nothing can be changed any more.',
  },
  enrol: {
    link: 'Enrol somebody',
    title: 'Enrol somebody by telephone',
    chooseTitle: 'Choose a session',
    forBusiness: (name) => `For ${name}`,
    caption: 'The next date of each training',
    columns: ['Training', 'When, and how many seats'],
    none: 'No session ahead',
    noneText: 'As soon as a session is scheduled it appears here.',
    allDates: 'All sessions',
    email: 'Their e-mail address',
    emailHint: 'Spell it together: the confirmation and the calendar invitation arrive there.',
    siret: 'SIRET number of the shop',
    sayPreparation: (minutes) =>
      `To say on the telephone: ${minutes} minutes of preparation before the session.`,
    submit: 'Book the seat',
    wait: 'Put on the waiting list',
    next: 'The person gets the same e-mail as if they had booked: they can give their seat back by themselves.',
    done: {
      place: 'The seat is booked. The confirmation is on its way.',
      attente: 'The session is full: the person is on the waiting list, and an e-mail says so.',
      deja: 'This address had a seat or a place in line already: nothing has changed.',
    },
  },
  full: {
    title: 'This session is full',
    text: 'The last seat has just gone. Nothing was booked in your name.',
  },
  past: { title: 'This session is over', text: 'It can no longer be booked.' },
  calledOff: {
    title: 'This session is called off',
    text: 'It will not take place. Another date may suit you.',
  },
  known: {
    title: 'This address has a seat already',
    text: (email) =>
      `A seat is already booked with ${email} for this session. There is no need for another one.`,
    again: 'We send the confirmation to this address again. It holds the link to see or cancel the booking.',
  },
  confirmation: {
    title: 'Your seat is booked',
    titles: {
      upcoming: 'Your seat is booked',
      underway: 'Your session is taking place now',
      past: 'This session is over',
      cancelled: 'This booking is cancelled',
    },
    sent: (email) => `The confirmation is on its way to ${email}, with an invitation for your calendar.`,
    training: 'Training',
    when: 'When',
    where: 'Where',
    online: 'Online. The link to the room is not known yet.',
    room: 'Online:',
    enter: 'open the room',
    toRoom: 'Go to the room',
    ourRoom: 'Online, in the room of this page.',
    length: 'Length',
    with: 'With',
    people: 'Who comes',
    addPeople: 'Come with one or two others',
    changePeople: 'Change who comes',
    for: 'For',
    prepare: 'To prepare',
    calendar: 'Add to my calendar',
    reminders: {
      'day-before':
        'We write to you the day before, an hour before, then ten minutes before with the link to the room.',
      'hour-before': 'We write to you an hour before, then ten minutes before with the link to the room.',
      'ten-minutes-before': 'We write to you ten minutes before, with the link to the room.',
    },
    keep: 'The address of this page is yours: whoever has it can see and cancel the booking.',
    cancel: 'Give my seat back',
    replay: 'Watch the training again',
    bookAgain: 'Choose another date',
    calledOff: 'The session will not take place.',
    freed: 'Your seat is free for somebody else.',
    thanks: 'We hope the training was of use.',
    quiz: 'Take the quiz',
    certificate: 'Ask for my certificate',
    opinion: 'Give my opinion in two taps',
  },
  cancel: {
    title: 'Give my seat back',
    question: (training, moment) => `${training}, ${moment}.`,
    consequence: 'Your seat will go to somebody else. An e-mail takes the entry out of your calendar.',
    submit: 'Give my seat back',
    keep: 'Keep my seat',
    tooLate: 'The session has begun: the seat can no longer be given back. There is nothing else to do.',
  },
  mySpace: {
    title: 'My space',
    signedInAs: (email) => `Your address: ${email}`,
    upcoming: 'My trainings to come',
    past: 'My past trainings',
    cancelled: 'My cancelled bookings',
    noBooking: 'No training booked',
    noBookingText: 'Your bookings will appear here, with their date and the link to cancel them.',
    choose: 'Choose a training',
    diagnostics: 'My diagnostics',
    noDiagnostic: 'No diagnostic in your name. One you take while signed in appears here.',
    begin: 'Take my diagnostic',
    started: (day) => `Started on ${day}`,
    finished: (day) => `Finished on ${day}`,
    resume: 'Go on',
    see: 'See my result and my plan',
    learnt: 'My quizzes and certificates',
    signOut: 'Sign out',
  },
  ownCalendar: {
    title: 'My trainings in my calendar',
    text: 'Your calendar can follow your bookings: a date that changes, a seat given back, it keeps up.',
    make: 'Make my calendar address',
    subscribe: 'Subscribe with the calendar of this device',
    copy: 'Or copy this address into your calendar (“subscribe to a calendar”):',
    secret:
      'Keep it to yourself: whoever has it reads the dates of your trainings and the links to the rooms, nothing else.',
    renewText: 'Does somebody else know it? Renew it: the old one leads nowhere any more.',
    renew: 'Renew the address',
    name: (programme) => `My trainings: ${programme}`,
    room: (url) => `Open the room: ${url}`,
    manage: (url) => `See or cancel my bookings: ${url}`,
    calledOff: (training) => `Called off: ${training}`,
  },
  roster: {
    title: (training) => `Bookings: ${training}`,
    caption: 'People who booked',
    columns: ['Person', 'E-mail', 'Business', 'Town', 'Booked on'],
    unnamed: 'No name',
    comesWith: (name) => `comes with ${name}`,
    empty: 'Nobody yet',
    emptyText: 'People who book will appear here, in the order of booking.',
    hidden: 'E-mail addresses are shown to the programme’s team and to advisers only.',
    seats: 'Seats',
    when: 'When',
    trainer: 'Run by',
    room: 'Room',
    enter: 'Open the room',
    attendance: 'Attendance and sheet to sign',
    host: 'Host the room',
    back: 'All sessions',
    about: 'The session',
  },
  change: {
    title: 'Change this session',
    intro: 'Its length stays. Nothing changes before the next page, which says how many people will be told.',
    sameTrainer: (name) => `As now: ${name}`,
    check: 'See what changes',
    back: 'Back to the session',
    meanwhile: (moment) =>
      `Another person of the team has just changed this session. It now takes place on ${moment}. Nothing that you wrote is lost, and nothing is applied yet.`,
    confirmTitle: 'Check the change',
    before: (fact) => `Before: ${fact}`,
    after: (fact) => `After: ${fact}`,
    noRoom: 'Link not known yet',
    told: (people) => {
      if (people === 0) return 'Nobody holds a seat for now: no e-mail leaves.'
      if (people === 1)
        return '1 person holds a seat. They get an e-mail, and their calendar is brought up to date.'
      return `${people} people hold a seat. Each gets an e-mail, and their calendar is brought up to date.`
    },
    confirm: (people) => {
      if (people === 0) return 'Change the session'
      return people === 1 ? 'Change and tell 1 person' : `Change and tell ${people} people`
    },
    correct: 'Correct it',
    done: {
      moved: (people) => `The session is changed. ${toldWords(people)}`,
      'called-off': (people) => `The session is called off. ${toldWords(people)}`,
    },
    calledOff: 'This session is called off.',
    unchangeableTitle: 'This session cannot be changed',
    unchangeable: {
      forbidden: 'Only the programme’s team and the person who runs this session may change it.',
      begun: 'The session has begun: it can no longer be changed or called off.',
      'called-off': 'This session is called off already. Those who held a seat are told.',
    },
  },
  callOff: {
    title: 'Call off this session',
    told: (people) => {
      if (people === 0) return 'Nobody holds a seat for now: no e-mail leaves.'
      if (people === 1)
        return '1 person holds a seat. They get an e-mail, and the date leaves their calendar. There is no way back.'
      return `${people} people hold a seat. Each gets an e-mail, and the date leaves their calendar. There is no way back.`
    },
    message: 'Your word to those who hold a seat',
    messageHint: 'Say why, in a sentence or two. It is written in the e-mail.',
    submit: (people) => {
      if (people === 0) return 'Call off the session'
      return people === 1 ? 'Call off and tell 1 person' : `Call off and tell ${people} people`
    },
    keep: 'Keep the session',
  },
  movedMeanwhile: {
    title: 'This session has another date now',
    text: 'It was moved while you were filling in the page. Nothing is booked yet.',
    was: 'The date before:',
    submit: 'Book for the new date',
    otherDates: 'See the other dates',
  },
  errors: {
    'message.missing': 'Write a word: those who hold a seat must know why.',
    'message.long': 'This is too long. Keep a sentence or two.',
    'companion.long': 'A first name is enough, in 60 letters at most.',
    'companions.one-left': 'Only one seat is left: come alone, or choose another date.',
    'companions.two-left': 'Only two seats are left: come with one other person, or choose another date.',
    'companions.one-more': 'Only one more seat is left: one person can come with you. Nothing has changed.',
    'companions.none-left': 'No seat is left for one more person. Your booking stays the same.',
    'enrol.full': 'The last seat has just gone. The waiting list is still possible.',
    'enrol.line-full': 'The waiting list is full too. Choose another date.',
    'enrol.closed': 'This session has begun or is called off: nobody can be enrolled any more.',
    'email.missing': 'Write your e-mail address.',
    'email.invalid': 'This e-mail address is not complete. Example: name@shop.com',
    'siret.missing': 'Write the 14 digits, or leave it empty.',
    'siret.shape': 'A SIRET has 14 digits. Check it, or leave it empty.',
    'siret.checksum': 'This SIRET holds a typing mistake. Check it, or leave it empty.',
    'siret.spreadsheet': 'A spreadsheet damaged this number. Copy the 14 digits, or leave it empty.',
    'siret.unknown': 'This SIRET is not in our register. Check it, or leave it empty.',
    'email.too-many': 'This address has booked a lot already. Wait an hour, then try again.',
    'address.too-many': 'Many bookings come from your connection. Wait a quarter of an hour, then try again.',
  },
  mail: {
    when: 'When',
    where: 'Where',
    length: 'Length',
    with: 'With',
    people: 'Who comes',
    for: 'For',
    prepare: 'To prepare',
    online: 'Online (the link is not known yet)',
    inRoom: 'Online, by the link “Open the room”',
    see: 'See my booking',
    confirmation: {
      subject: (training, moment) => `Booked: ${training}, ${moment}`,
      title: 'Your seat is booked',
      intro: (training) => `Your seat is booked for the flash training “${training}”.`,
      calendar: 'The invitation enclosed puts the date in your calendar.',
      cancel:
        'Cannot come? Give your seat back from the page of your booking: somebody else will be glad of it.',
      notYou: 'You booked nothing? Simply give the seat back from that page.',
    },
    reminder: {
      subject: {
        'day-before': (training, moment) => `Reminder: ${training}, ${moment}`,
        'hour-before': (training, moment) => `Soon: ${training}, ${moment}`,
        'ten-minutes-before': (training, moment) => `In ten minutes: ${training}, ${moment}`,
      },
      title: {
        'day-before': 'Your training is coming up',
        'hour-before': 'Your training starts soon',
        'ten-minutes-before': 'Your training starts in ten minutes',
      },
      intro: (training) => `You have a seat for the flash training “${training}”.`,
      enter: 'Open the room',
      cancel: (url) => `Cannot come? Give your seat back: ${url}`,
    },
    cancellation: {
      subject: (training, moment) => `Cancelled: ${training}, ${moment}`,
      title: 'Your booking is cancelled',
      intro: (training) =>
        `Your seat for the flash training “${training}” is cancelled. There is nothing to do.`,
      calendar: 'The file enclosed takes the date out of your calendar.',
      dates: 'See the other dates',
    },
    moved: {
      subject: (training, moment) => `New date: ${training}, ${moment}`,
      title: 'Your training has another date',
      was: 'The date before',
      intro: (training, was, moment) =>
        `The flash training “${training}” no longer takes place on ${was}. It takes place on ${moment}. You keep your seat.`,
      calendar: 'The invitation enclosed brings your calendar up to date.',
      cancel:
        'The new date does not suit you? Give your seat back from the page of your booking: somebody else will be glad of it.',
    },
    detail: {
      subject: (training, moment) => `Changed: ${training}, ${moment}`,
      title: 'A change to your training',
      intro: (training, _was, moment) =>
        `The flash training “${training}” still takes place on ${moment}. The room or the trainer has changed: here is what holds now.`,
      calendar: 'The invitation enclosed brings your calendar up to date.',
      cancel: 'Cannot come? Give your seat back from the page of your booking.',
    },
    calledOff: {
      subject: (training, moment) => `Called off: ${training}, ${moment}`,
      title: 'The session is called off',
      intro: (training, was) =>
        `The flash training “${training}” on ${was} will not take place. Your booking is cancelled: there is nothing to do.`,
      message: (words) => `A word from the team: ${words}`,
      calendar: 'The file enclosed takes the date out of your calendar.',
    },
  },
  calendar: {
    description: (outcome, url) => `${outcome}\n\nSee or cancel the booking: ${url}`,
    online: 'Online',
  },
}
