import type { Language } from '../../core/language.ts'
import { en } from './texts.en.ts'
import { fr, type ListTexts } from './texts.fr.ts'

export const texts: Readonly<Record<Language, ListTexts>> = { fr, en }
