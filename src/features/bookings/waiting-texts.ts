import type { Language } from '../../core/language.ts'
import { en } from './waiting-texts.en.ts'
import { fr, type WaitingTexts } from './waiting-texts.fr.ts'

export const waitingTexts: Readonly<Record<Language, WaitingTexts>> = { fr, en }
