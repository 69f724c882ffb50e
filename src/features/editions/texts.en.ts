import type { EditionTexts } from './texts.fr.ts'

const atMost = (score: string) => (score === '0' ? score : `${score} or less`)
const atLeast = (score: string) => (score === '100' ? score : `${score} or more`)

export const en: EditionTexts = {
  peers: {
    title: 'Shops like yours',
    empty:
      'Once ten shops have answered, you will see here where you stand among them. Never fewer than ten: nobody should be able to guess another’s answers.',
    who: (count, level) => `You are compared with ${count} shops: ${level}.`,
    level: {
      department: (place) => `same trade, same size, same department (${place})`,
      sector: () => 'same trade and same size, all departments together',
      size: () => 'same size, all trades together',
      all: () => 'all those of the programme, of any trade and size',
    },
    coarser: {
      department: '',
      sector: 'In your department there are not enough answers yet.',
      size: 'For your trade at your size there are not enough answers yet.',
      all: 'For your size there are not enough answers yet.',
    },
    edition: (date) => `Figures of ${date}.`,
    compare: 'Compare question by question',
    published: 'What published surveys say',
    back: 'Back to my result',
    counted: (date) =>
      `For this group the figures are still those of ${date}: too few new answers have come since.`,
    newer: (date) => `Newer figures were made on ${date}.`,
    again: 'Take stock again to be compared with them',
    quarters: (count, low, middle, high) =>
      `Of ${count} shops, a quarter have ${atMost(low)}, half have ${atMost(middle)}, a quarter have ${atLeast(high)}.`,
    you: {
      above: 'You do as much as three shops out of four, or more.',
      within: 'You are in the middle of the others.',
      below: 'Three shops out of four do as much, or more.',
      open: 'Answers are missing to place you.',
    },
    thin: 'Too few other shops answered on this theme.',
    caption: 'You and shops like yours, out of 100',
    items: 'Question by question',
    itemsIntro: 'The share of the group for each answer. Yours is in bold.',
    theme: (title, count, many) => `${title}: ${count} ${many ? 'questions' : 'question'}`,
    share: (percent) => `${percent}%`,
    own: (answer) => `${answer} (you)`,
    noAnswer: 'No answer',
    how: 'Each shop counts once, with its latest finished diagnostic and the sure part of its result. Figures do not change until the next edition. No group of fewer than ten.',
  },
  published: {
    title: 'Elsewhere, from published surveys',
    intro:
      'These figures do not come from this programme. They are about other firms and other questions: they do not mix with those above.',
    open: (count, many) =>
      many
        ? `Read these ${count} figures, with their year and source`
        : 'Read this figure, with its year and source',
    figure: (percent, says) => `${percent}% ${says}.`,
    whoAndWhen: (who, year) => `${who}, ${year}.`,
    source: (title) => `Source: ${title}`,
    secondHand: 'Figure taken from another publication.',
  },
  staff: {
    title: 'Editions of the comparison',
    intro:
      'An edition counts the programme’s diagnostics and freezes the figures that shops see beside their own.',
    make: 'Make an edition',
    refresh: 'Refresh this page',
    asked: 'The edition is asked for. Counting takes from a few seconds to a minute.',
    step: (number, of, what) => `Step ${number} of ${of}: ${what}.`,
    waiting: 'The count waits for its turn.',
    steps: {
      gather: 'gathering the latest results',
      compare: 'comparing with earlier editions',
      count: 'counting',
      publish: 'freezing the figures',
    },
    end: {
      made: 'The last edition asked for is ready.',
      'too-soon':
        'No new edition: less than a quarter has passed, and not every figure has changed by ten businesses yet.',
      'not-enough': 'No edition: fewer than ten businesses of the register have finished a diagnostic.',
      'nothing-new': 'No new edition: no figure has changed by ten businesses.',
      'at-work': 'No second edition: another was being counted.',
      abandoned: 'The count stopped half-way. You may start it again.',
    },
    forbidden: 'Only those who run the programme can make an edition.',
    until: (date) => `From ${date} on, an edition may follow whatever has changed.`,
    none: 'No edition yet',
    noneText: 'The first can be made once ten businesses of the register have finished a diagnostic.',
    caption: 'Editions, newest first',
    columns: ['Edition', 'Counted', 'Businesses', 'Groups shown', 'Figures kept'],
    kept: (kept, all) => `${kept} of ${all}`,
    rules: 'The rules',
    rule: [
      'No figure about fewer than ten businesses.',
      'Where a single group is too small, the smallest of the others hides with it: a subtraction would betray it.',
      'An edition never changes. The next waits for a quarter, or for ten new businesses in each figure.',
      'A figure that would change by fewer than ten businesses stays what it was.',
      'A business that is not in the register does not count. The others count once.',
      'To word a question or its answers anew begins the comparison again.',
    ],
    command: 'The same by a command: pignon edition.',
  },
  cli: {
    steps: {
      gather: 'Gathering the latest results…',
      compare: 'Comparing with earlier editions…',
      count: 'Counting…',
      publish: 'Freezing the figures…',
    },
    made: (number, businesses, cells) => `Edition ${number}: ${businesses} businesses, ${cells} groups shown`,
    seconds: (seconds) => `, in ${seconds} s.`,
    notEnough: (businesses) =>
      `No edition: ${businesses} businesses of the register have finished a diagnostic, ten are needed.`,
    tooSoon: (date) => `No new edition before ${date}, unless every figure has changed by ten businesses.`,
    nothingNew: 'No new edition: no figure has changed by ten businesses.',
    atWork: 'An edition is being counted already.',
  },
}
