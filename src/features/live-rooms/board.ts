/** What the page of a room shows and its script keeps up to date. */
import type { Language } from '../../core/language.ts'
import type { OwnMarks, RoomNews } from './room.ts'

export type BoardData = {
  language: Language
  /** The address of the page: its forms send to what is under it. */
  room: string
  news: RoomNews
  /** Null on the page of who runs the session. */
  own: OwnMarks | null
  /** Of the form that asks: a second click carries the same one. */
  formKey: string
  /** The question that came back, and what is wrong with it. */
  typed?: string | undefined
  error?: string | undefined
}

/** What a form that was sent by the script gets back. */
export type Receipt = {
  /** In words, for who sent it; null when what changed shows it. */
  said: string | null
  isDone: boolean
  own: OwnMarks | null
  formKey: string
}
