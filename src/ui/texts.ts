import type { Language } from '../core/language.ts'
import { en } from './texts.en.ts'
import { fr, type UiTexts } from './texts.fr.ts'

/** The words of the shared components, by language. */
export const uiTexts: Readonly<Record<Language, UiTexts>> = { fr, en }
