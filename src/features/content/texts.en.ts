import { unreachable } from '../../core/never.ts'
import type { Difference } from './difference.ts'
import type { Complaint } from './finding.ts'
import type { ContentTexts } from './texts.fr.ts'

type Named = Readonly<Record<string, string>>
const range = (ends: readonly number[] | null) =>
  ends === null ? 'not enough answers' : ends[0] === ends[1] ? `${ends[0]}` : `${ends[0]}–${ends[1]}`

function complain(complaint: Complaint): string {
  switch (complaint.kind) {
    case 'long-sentence':
      return `a sentence of ${complaint.words} words (${complaint.language}), at most ${complaint.most}: cut “${complaint.sentence}” in two`
    case 'jargon':
      return `“${complaint.word}” is jargon (${complaint.language}): write “${complaint.write}”`
    case 'no-wording':
      return `no measure of plain speech for “${complaint.language}”: write mostWords and plainWords`
    case 'no-best-before':
      return 'a law or a price is named here: write under bestBefore the day after which to read it again, as 2027-05-31'
    case 'past-best-before':
      return `to be read again since ${complaint.day}: check the law or the price, then write a later day`
    case 'never-offered':
      return `no shop is ever offered “${complaint.action}”: ask less time or money, or serve a goal`
    case 'falling-score':
      return `a better answer to “${complaint.question}” may lower the axis “${complaint.axis}”: it shows or hides another question`
    case 'lost-id':
      return `version ${complaint.version} had ${complaint.question}${complaint.option === null ? '' : `: ${complaint.option}`}; say in renames.yaml what became of it`
    case 'unlisted-ids':
      return `the ids of version ${complaint.version} are not all listed: accept, or raise the version`
    case 'no-personas':
      return 'no invented shop: write some, to see what a change does'
    default:
      return unreachable(complaint)
  }
}

const figures = {
  minutes: 'Minutes of the plan over twelve weeks',
  euros: 'Euros of the plan over three months',
  seconds: 'Seconds to answer',
  questions: 'Questions asked',
}

function differ(difference: Difference, axes: Named, actions: Named): string {
  switch (difference.kind) {
    case 'new':
      return 'a new shop, not accepted yet'
    case 'gone':
      return 'this shop is no longer there'
    case 'other-order':
      return 'The same actions in another order'
    case 'score':
      return `${axes[difference.axis]}: ${range(difference.before)} becomes ${range(difference.after)}`
    case 'dii':
      return `European index: ${range(difference.before)} becomes ${range(difference.after)}`
    case 'action-gained':
      return `gains the action “${actions[difference.action] ?? difference.action}”`
    case 'action-lost':
      return `loses the action “${actions[difference.action] ?? difference.action}”`
    case 'figure':
      return `${figures[difference.figure]}: ${difference.before} becomes ${difference.after}`
    default:
      return unreachable(difference)
  }
}

export const en: ContentTexts = {
  range,
  complain,
  differ,
  good: (version) => `Version ${version}: nothing to mend, and no shop's result has changed.`,
  found: (findings, differences) => `To mend: ${findings}. Changed for invented shops: ${differences}.`,
  differences: 'What the change does to invented shops:',
  howToAccept: 'If this is what you want: npm run content:check -- --accept',
  accepted: (files) => `Written: ${files.join(', ')}. Commit them with your change.`,
  preview: {
    title: 'Content of the programme',
    lead: 'What the site would show if it started now with the folder of the programme. Nothing is published from here.',
    published: 'Version online',
    waiting: 'Version in the folder',
    version: (version, mark) => `${version} (${mark})`,
    notReadable: 'cannot be read',
    state: 'Where do we stand?',
    isPublished: 'The folder is that of the site: no change is waiting.',
    isWaiting: 'The folder has changed. Owners do not see this change yet.',
    sameVersion: (version) =>
      `The content has changed, but its version is still ${version}. Raise it in programme.yaml.`,
    refused: 'The site would not start with this folder. The version online stays: owners see no difference.',
    problems: 'To mend before publishing',
    findings: 'To be improved',
    findingsText: 'The site would start. These points should be improved before publishing.',
    noFinding: 'Nothing to improve: words are plain, dates are good, every action can be proposed.',
    place: (file, line) => `${file}, line ${line}`,
    columns: ['Where', 'What'],
    gained: 'gained',
    lost: 'lost',
    effects: 'What changes for the invented shops',
    effectsText:
      'Each answers the content online, then that of the folder. The same answers, and the same reckoning as for a real shop.',
    noEffect: (shops) => `None of the ${shops} invented shops gets another result.`,
    noShop: 'No invented shop in this folder: write personas.yaml, to see what a change does.',
    changed: (changed, shops) => `Get another result: ${changed} of ${shops}.`,
    effectsCaption: 'Shops that change: axes that move, actions more and fewer',
    effectColumns: ['Shop', 'Axes', 'Actions'],
    actions: (gained, lost) => `${gained} more, ${lost} fewer`,
    sameActions: 'the same',
    axesOf: (shop) => `The axes of: ${shop}`,
    moments: { before: 'Online', after: 'Folder' },
    rises: 'Rises.',
    falls: 'Falls.',
    appears: 'A figure appears: enough answers count.',
    disappears: 'The figure disappears: too few answers count.',
    range: 'The range changes.',
    how: 'Publishing',
    howText: [
      'Restart the web and worker processes: they read the folder when they start.',
      'Every version is kept. A diagnostic that has begun ends with the questions it began with.',
      'On your own machine: npm run content:check says the same, without database or site.',
    ],
  },
}
