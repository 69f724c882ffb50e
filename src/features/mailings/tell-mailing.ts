/** The mail of a mailing with its places still open, and what fills them for one business. */
import type { Language } from '../../core/language.ts'
import type { MailContent } from '../../ui/mail.tsx'
import { nameOnDoor } from '../businesses/business.ts'
import type { Programme } from '../programmes/programme.ts'
import { siteUrls } from '../../ui/urls.ts'
import { textIn, type Mailing, type Sender } from './mailing.ts'
import { fillIn, leavePlace, type Filling } from './merge.ts'
import { texts } from './texts.ts'
import { leaveUrls } from './urls.ts'

export type Speaker = { programme: Programme; publicUrl: string }
/** Who is written to, as far as a mail says. */
export type Addressee = {
  id: string
  business: { name: string; sign: string | null; siret: string; commune: string | null } | null
}

type Told = Pick<Mailing, 'texts' | 'topic'> & { sender: Sender }

const diagnosticPlace = /^\{\{\s*diagnostic\s*\}\}$/

/** A paragraph that is nothing but the address of the diagnostic becomes the button. */
export function tellMailing({ programme }: Speaker, mailing: Told, language: Language): MailContent {
  const words = texts[language].mail
  const text = textIn(mailing.texts, language)
  const paragraphs = paragraphsOf(text.body)
  const button = paragraphs.findIndex((words) => diagnosticPlace.test(words))
  const before = button < 0 ? paragraphs : paragraphs.slice(0, button)
  const name = senderName(programme, mailing.sender)
  return {
    language,
    programme: { ...programme, name },
    title: text.subject,
    preheader: text.preheader,
    paragraphs: before,
    ...(button >= 0 && {
      button: { label: words.diagnostic, url: '{{diagnostic}}' },
      after: paragraphs.slice(button + 1),
    }),
    foot: {
      words: [words.why(name), words.topic[mailing.topic]],
      link: { label: words.leave, url: leavePlace },
    },
  }
}

/** `Programme · Relais`: the relay's name beside the programme's. */
export function senderName(programme: Programme, sender: Sender): string {
  return sender === null ? programme.name : `${programme.name} · ${sender.name}`
}

function paragraphsOf(body: string): string[] {
  return body
    .split(/\r?\n\s*\r?\n/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
}

/** What one business reads in place of the names between braces. */
export function fillingFor(
  { programme, publicUrl }: Speaker,
  { sender, language }: { sender: Sender; language: Language },
  { id, business }: Addressee,
): Filling {
  const words = texts[language].mail
  const siret = business ? `?q=${business.siret}` : ''
  return {
    commerce: business ? nameOnDoor(business) : words.yourBusiness,
    commune: business?.commune ?? words.yourTown,
    relais: sender?.name ?? programme.organisation,
    telephone: sender?.phone ?? programme.contact.phone ?? '',
    diagnostic: `${publicUrl}${siteUrls.diagnostic}${siret}`,
    desabonnement: publicUrl + leaveUrls.leave(id),
  }
}

/** Where a text names a telephone and there is none to give. */
export function lacksTelephone(speaker: Speaker, sender: Sender): boolean {
  return (sender?.phone ?? speaker.programme.contact.phone ?? '') === ''
}

export function fillSubject(mailing: Pick<Mailing, 'texts'>, language: Language, filling: Filling): string {
  return fillIn(textIn(mailing.texts, language).subject, filling)
}
