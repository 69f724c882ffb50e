/** The coming sessions as news (RFC 4287): ids that stay whatever the address of the site. */
import { trainingUrls } from '../trainings/urls.ts'
import { entriesOf, type FeedEntry, type SessionFeed } from './session-feed.ts'
import { texts } from './texts.ts'
import { feedUrl, sessionUrls } from './urls.ts'

export function writeSessionsAtom(feed: SessionFeed): string {
  const { programme, language, publicUrl } = feed
  const own = publicUrl + feedUrl(sessionUrls.atom, language)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', own),
    element('title', texts[language].feed.title(programme.name)),
    element('updated', feed.changedAt.toISOString()),
    `<author>${element('name', programme.organisation)}</author>`,
    link('self', 'application/atom+xml', own),
    link('alternate', 'text/html', publicUrl + trainingUrls.catalogue),
    ...entriesOf(feed).map((entry) => entryOf(feed, entry)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ language }: SessionFeed, { session, training, title, moment, url }: FeedEntry): string {
  const words = texts[language].feed
  const isOff = session.cancelledAt !== null
  const dated = words.dated(title, moment)
  const more = isOff ? words.calledOffText(url) : texts[language].trainer(session.trainer)
  return [
    '<entry>',
    element('id', `urn:uuid:${session.id}`),
    element('title', isOff ? words.calledOff(dated) : dated),
    element('published', session.createdAt.toISOString()),
    element('updated', session.changedAt.toISOString()),
    link('alternate', 'text/html', url),
    element('summary', `${training.outcome[language]} ${more}`),
    '</entry>',
  ].join('\n')
}

function element(name: string, words: string): string {
  return `<${name}>${escaped(words)}</${name}>`
}

function link(rel: string, type: string, href: string): string {
  return `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`
}

/** Marks of XML are written as references; signs that XML 1.0 cannot hold are left out. */
function escaped(words: string): string {
  return words
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
