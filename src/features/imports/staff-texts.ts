import type { Language } from '../../core/language.ts'
import { en } from './staff-texts.en.ts'
import { fr, type StaffTexts } from './staff-texts.fr.ts'

export const staffTexts: Readonly<Record<Language, StaffTexts>> = { fr, en }
