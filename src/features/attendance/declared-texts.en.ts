import { pluralIn } from '../../ui/plural.ts'
import type { DeclaredTexts } from './declared-texts.fr.ts'

const plural = pluralIn('en')

/** English words of noting who came, and of the figures made of it. */
export const en: DeclaredTexts = {
  title: (training) => `Attendance: ${training}`,
  link: 'Note who came',
  figuresLink: 'Attendance figures',
  states: { present: 'Present', absent: 'Absent', excused: 'Excused' },
  unnamed: 'No name',
  of: (business) => `, ${business}`,
  with: (holder) => `, comes with ${holder}`,
  rest: 'The others are present',
  save: 'Save attendance',
  facts: {
    joined: (time) => `Went to the room by our page: ${time}`,
    notJoined: 'Went to the room by our page: no',
    minutes: (minutes) => `Page of the room open: ${minutes}`,
    unmeasured: 'Page of the room open: not measured',
    declared: (state, by, when) => `Noted “${state}” by ${by}, ${when}`,
    undeclared: 'Not noted yet',
  },
  reading: 'Three facts, never mixed',
  readings: [
    'Noted: the word of who ran the session. The last save of each line counts.',
    'Went to the room: a click on our page. It is no presence.',
    'Page open: measured only when the room is ours.',
  ],
  excusedRule: 'Excused: the person had said they would not come.',
  tooEarly: (moment) => `You can note who came from the start on: ${moment}.`,
  calledOff: 'This session is called off: there is nobody to note.',
  onlyTrainer: 'Only who runs the session and the programme team note who came.',
  empty: 'Nobody has booked',
  emptyText: 'The sheet to sign has free lines for those who come without a booking.',
  saved: (count) =>
    count === 0 ? 'Nothing has changed.' : `${count} ${plural(count, 'line', 'lines')} saved:`,
  savedLine: (name, state) => `${name}: ${state}`,
  overtaken: (names) =>
    `Somebody else had just noted otherwise: ${names}. Your choice is the last one and counts.`,
  gone: (names) => `Seat given back meanwhile, so not noted: ${names}.`,
  take: 'Take away',
  sheet: 'Sheet to sign (PDF)',
  table: 'Table (CSV)',
  back: 'Who has booked',
  hidden: 'The table has no e-mail addresses: you do not see them here either.',
  paper: {
    title: 'Attendance sheet',
    file: (day, training) => `attendance-sheet-${day}-${training}.pdf`,
    when: 'When:',
    trainer: 'With:',
    walkIns: 'Came without a booking',
    columns: ['Name', 'Business', 'Signature'],
    counted: (count) => `${count} ${plural(count, 'person has', 'people have')} booked`,
    use: 'This sheet is for counting who came. The organiser keeps it, and nobody else.',
    foot: (programme) => `${programme} – attendance sheet`,
    page: (number, total) => `Page ${number} of ${total}`,
  },
  csv: {
    file: (day, training) => `attendance-${day}-${training}.csv`,
    columns: {
      name: 'Name',
      email: 'E-mail',
      business: 'Business',
      commune: 'Town',
      bookedAt: 'Booked at',
      joinedAt: 'Went to the room',
      minutes: 'Minutes, page of the room open',
      state: 'Attendance noted',
      by: 'Noted by',
      at: 'Noted at',
    },
  },
  figures: {
    title: 'Attendance figures',
    period: 'Period',
    from: 'From',
    to: 'To',
    show: 'Show',
    all: (from, to) => `Sessions that began from ${from} to ${to}`,
    byTraining: 'By training',
    bySession: 'By session',
    newest: (count) => `The last ${count} sessions. The CSV table has them all.`,
    columns: {
      training: 'Training',
      session: 'Session',
      sessions: 'Sessions',
      fill: 'Seats filled',
      joined: 'Went to the room',
      stayed: '20 minutes or more',
      present: 'Present',
      excused: 'Excused',
      noShow: 'No-shows',
    },
    csv: {
      file: (from, to) => `attendance-${from}-${to}.csv`,
      starts: 'Start',
      trainer: 'With',
      capacity: 'Seats offered',
      taken: 'Seats taken',
      absent: 'Absent',
    },
    total: 'All trainings',
    outOf: (part, whole) => `${part} of ${whole}`,
    none: 'Nothing noted',
    empty: 'No session in this period',
    emptyText: 'Choose other days, or come back after the first session.',
    table: 'Table (CSV), a line per session',
    back: 'All sessions',
    own: 'You see the figures of your sessions.',
    definitions: {
      fill: {
        label: 'seats filled',
        definition:
          'Seats taken divided by seats offered, for sessions that began in the period and were not called off.',
      },
      present: {
        label: 'noted present',
        definition:
          'People whom the one who ran the session noted as present. Who was not noted does not count.',
      },
      noShow: {
        label: 'no-shows',
        definition: 'People noted absent divided by all people noted (present, absent, excused).',
      },
      joined: {
        label: 'went to the room',
        definition: 'People with a booking who went to the room by our page, once each. It is no presence.',
      },
      stayed: {
        label: 'stayed twenty minutes or more',
        definition:
          'People with a booking who kept the page of the room open for at least twenty minutes. Measured in our rooms only.',
      },
    },
  },
}
