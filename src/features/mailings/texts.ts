import type { Language } from '../../core/language.ts'
import { en } from './texts.en.ts'
import { fr, type MailingsTexts } from './texts.fr.ts'

export const texts: Readonly<Record<Language, MailingsTexts>> = { fr, en }

/** What a button of a mailing did, as addresses say it. */
export type Done = keyof MailingsTexts['staff']['done']
