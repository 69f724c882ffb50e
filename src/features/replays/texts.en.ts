import type { ReplayTexts } from './texts.fr.ts'

/** English words of the replay page. */
export const en: ReplayTexts = {
  title: (training) => `Replay: ${training}`,
  lead: (length, day) => `${length}. Recorded on ${day}.`,
  elsewhere: (site) => `The video is sent by ${site}, which sees your internet address.`,
  player: (training) => `Video: ${training}`,
  cannotPlay: 'Your browser cannot play this video.',
  download: 'Download the video',
  captions: { fr: 'French', en: 'English' },
  speed: 'Speed',
  speedOf: (factor) => `× ${factor}`,
  resumed: (mark) => `You go on from ${mark}.`,
  fromStart: 'From the start',
  remembered: 'We remember where you are and what you have seen: it counts for your trainings.',
  watched: (seen, all) => `You have seen ${seen} of ${all} so far.`,
  chapters: 'Chapters',
  transcript: 'The text',
  otherLanguage: 'There is no text in your language: this is what is said.',
  search: 'Search the text',
  searchHint: 'The Enter key goes to the next place in the video.',
  found: { none: 'Nothing found', one: '1 place', many: (count) => `${count} places` },
  seek: 'Tap a sentence to go there in the video.',
  files: 'To download',
  captionsFile: (language) => `Captions (${language})`,
  transcriptFile: 'The text',
  back: 'The training and its dates',
}
