import type { Language } from '../../core/language.ts'
import { en } from './declared-texts.en.ts'
import { fr, type DeclaredTexts } from './declared-texts.fr.ts'

export const declaredTexts: Readonly<Record<Language, DeclaredTexts>> = { fr, en }
