import type { Assets } from '../core/assets.ts'
import type { Language } from '../core/language.ts'

/** Who signed in, and which rooms of the counter open for them. */
export type Visitor = {
  name: string | null
  email: string
  isStaff: boolean
  seesBusinesses: boolean
  writesMailings: boolean
}

/** What every page knows about the request it answers: plain data, made once by the door. */
export type PageContext = {
  language: Language
  /** This page's own address, from the root and with its query: where the language switch returns to. */
  path: string
  programme: { name: string; organisation: string }
  /** Addresses of the built files; `brandCss` is the small sheet of `brandStylesheet` (brand.ts). */
  assets: Assets & { brandCss: string }
  person: Visitor | null
  /** Shown on error pages, so that a person can quote it. */
  requestId: string
  /** The public address of the site, without a slash at its end. */
  publicUrl: string
}
