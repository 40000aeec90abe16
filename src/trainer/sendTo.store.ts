/** Whom the draft that was made from weak rules is for. Names are never in an assignment: they stay in this page. */
import { store } from '../device/store.ts'
import type { KnowWords } from './knowWords.ts'

export interface SendTo {
  /** Names and staff numbers, one a person. */
  readonly people: readonly string[]
  readonly words: KnowWords
}

export const $sendTo = store<SendTo | undefined>(undefined)
