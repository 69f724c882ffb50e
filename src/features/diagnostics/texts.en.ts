import type { DiagnosticTexts } from './texts.fr.ts'

const points = (count: number) => (count === 1 ? 'point' : 'points')

export const en: DiagnosticTexts = {
  start: {
    title: 'Where does your shop stand?',
    description: 'A short check, without an account, that ends in a plan of three actions at most.',
    lead: (questions, minutes) =>
      `${questions} questions, ${minutes} minutes. At the end: what you can do, in three actions at most.`,
    promises: [
      'No account needed.',
      'You can answer “I don’t know”, skip a question, stop and come back.',
      'Your answers stay yours.',
    ],
    find: 'Find my shop',
    findAgain: 'Search differently',
    findWhy: 'We then fill in part of the answers for you.',
    q: 'Name of the shop, or SIRET',
    qHint: 'For example: boulangerie Martin. The SIRET has 14 digits.',
    town: 'Town',
    search: 'Search',
    results: (count, many) => (many ? `${count} shops found` : 'One shop found'),
    firstResults: (count) => `The first ${count} shops found`,
    tooMany: 'Yours is not there? Add the town or the street.',
    siret: (siret) => `SIRET ${siret}`,
    isMine: 'This is my shop',
    isMineWhich: (name, street) => `: ${name}, ${street}`,
    none: 'No shop found',
    noneWhy:
      'Try one word of the name, the name on the sign, or the 14 digits of the SIRET. Some shops chose not to be in the public register.',
    without: 'I cannot find my shop',
    withoutWhy: 'The check works without it too. You will answer two more questions.',
    goOn: 'Go on without saying',
    onPaper: 'I would rather answer on paper',
  },
  question: {
    back: 'Previous question',
    skip: 'Skip this question',
    backTo: { resultat: 'Back to my result', reponses: 'Back to my answers' },
    see: 'See my answers, or my result right now',
    prefilled: 'This answer comes from the register of businesses. Change it if it is not right.',
    inferred: 'This answer follows from your other answers. Change it if it is not right.',
    firstPicture: (count) => `${count} answers given: a first picture is ready.`,
    seeFirst: 'See a first picture',
    seeFirstWhy: 'You can refine it afterwards, with the questions that are left.',
    later: 'Go on later',
    laterWhy: 'Every answer is kept already. To come back, keep this link:',
    private: 'This link is private: whoever has it can read and change your answers.',
  },
  offline: {
    waiting: (count, many) =>
      many
        ? `No network. Go on: your ${count} answers are kept here and will leave by themselves.`
        : 'No network. Go on: your answer is kept here and will leave by itself.',
    leaving: (count, many) =>
      many
        ? `The next page needs the network. Your ${count} answers are kept here; it opens as soon as it is back.`
        : 'The next page needs the network. Your answer is kept here; it opens as soon as it is back.',
  },
  answers: {
    title: 'Your answers',
    profile: 'Your shop',
    none: 'No answer',
    from: { prefilled: 'found in the register', inferred: 'follows from your answers' },
    change: 'Change',
    answer: 'Answer',
    about: (question) => `: ${question}`,
    left: (count, many) =>
      many
        ? `${count} questions have no answer yet. You can see your result right now: it will only be less precise.`
        : 'One question has no answer yet. You can see your result right now: it will only be a little less precise.',
    complete: 'You have answered everything. You can still change your answers afterwards.',
    goOn: 'Go on with the questions',
    seeResult: 'See my result',
  },
  axes: {
    title: 'Where you stand',
    intro: 'Five themes, out of 100. It is not a mark: it is the share of what is already in place.',
    caption: 'The five themes, from what is sure to what is possible',
    most: 'Almost everything is in place.',
    some: 'Part of it is in place.',
    little: 'There is room to move forward.',
    unknown: (count, many) =>
      many ? `${count} answers are missing to be more precise.` : 'One answer is missing to be more precise.',
    notEnough: (known, asked) => `Answers are missing: ${known} of ${asked} are known. We give no figure.`,
    notConcerned: 'This theme does not concern your shop.',
    sources: 'Where each point comes from',
    sourcesOf: (axis) => `Where the points come from: ${axis}`,
    question: 'Question',
    yourAnswer: 'Your answer',
    pointsHeading: 'Points',
    points: (earned, of, count) => `${earned} ${points(count)} of ${of}`,
    pointsUnknown: (of) => `not known, of ${of}`,
    notCounted: 'does not count',
  },
  precision: {
    title: (isRough, how) => `${isRough ? 'A first picture' : 'Your result'}${how === '' ? '' : `, ${how}`}`,
    within: (points, _isRough, count) => `within ${count === 1 ? 'one point' : `${points} points`}`,
    exact: 'without a range',
    all: 'Every theme has a figure.',
    some: (shown, of, count) =>
      `${count === 1 ? 'One theme' : `${shown} themes`} of ${of} ${count === 1 ? 'has' : 'have'} a figure. The others wait for your answers.`,
    none: 'No theme has enough answers for a figure yet.',
    left: (count, minutes, many) =>
      many
        ? `${count} questions are without an answer: about ${minutes} ${minutes < 2 ? 'minute' : 'minutes'}.`
        : 'One question is without an answer.',
    refine: 'Refine my result',
    list: 'See the questions without an answer',
  },
  dii: {
    title: 'Compare with Europe',
    exactly: (count, of, sure) =>
      `${count} ${points(sure)} of ${of}, comparable with the European Digital Intensity Index.`,
    between: (low, high, of) =>
      `Between ${low} and ${high} points of ${of}, comparable with the European Digital Intensity Index.`,
    caveats: [
      'Your answers are self-declared: nobody has checked them.',
      'The official figures are for firms of 10 persons or more. They are no norm for a small shop.',
    ],
    table: (of) => `The ${of} points, one by one`,
    point: 'Point',
    answer: 'Your answer',
    counts: 'Counts',
    state: { sure: 'yes', possible: 'maybe', no: 'no' },
    dma: (covered, of, yes) =>
      `European assessment of small firms (DMA), question 3: our questions touch ${covered} rows of ${of}. You have ${yes} of them. It is not a score.`,
  },
  again: {
    title: 'And in a few months?',
    why: 'The same questions, with today’s answers proposed. You will see what has changed.',
    button: 'Take stock again',
    lastTime: (answer) => `Same as last time: ${answer}`,
    change: 'Since last time',
    recomputed: 'The questions have changed since. The old result is worked out here with today’s questions.',
    lost: (count, many) =>
      many
        ? `${count} old answers have no question any more: they do not count.`
        : 'One old answer has no question any more: it does not count.',
    ways: {
      up: 'Has moved forward.',
      down: 'Has moved back.',
      same: 'Has not moved.',
      unsure: 'Answers are missing to say whether it has changed.',
    },
  },
  notFound: {
    title: 'This link leads to no check',
    reason: 'It may be incomplete: in an e-mail or a message, a link sometimes runs over two lines.',
    start: 'Begin a check',
  },
  noQuestion: {
    title: 'This question does not exist',
    reason: 'Your answers are kept. Go on where you were.',
    goOn: 'Go on with my check',
  },
  closed: {
    title: 'This programme is over',
    since: (programme, day) => `${programme} took answers until ${day}.`,
    stays: 'If you have the link of a diagnostic, open it: your result and your plan can still be read.',
    kept: 'Everything you had answered is kept. Your result and your plan can still be read.',
    result: 'See my result',
    ask: 'A question? Write to us:',
  },
  tooMany: {
    title: 'A little patience',
    start: 'Many checks have just been started from your connection. Try again in ten minutes.',
    search: 'Many searches have just been made from your connection. Try again in five minutes.',
    answers:
      'This check has been changed too many times. Your result can still be read. For other answers, begin a new check.',
  },
  errors: {
    'option.missing': 'Choose one of the answers, or skip the question.',
    'option.unknown': 'This answer does not belong to this question. Choose one below.',
    'q.short': 'Write at least three letters of the name, or the 14 digits of the SIRET.',
    'commerce.unknown': 'This shop is no longer in the register. Search again, or go on without saying.',
  },
}
