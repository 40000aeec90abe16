/** A banned phrase: how it may be said, why it is not said, and what to say instead. */
import type { Lang, Text } from '../lang/text.ts'

export const PLACES = ['phone', 'counter', 'door', 'chat'] as const
export type Place = (typeof PLACES)[number]

export const MOODS = ['calm', 'angry'] as const
export type Mood = (typeof MOODS)[number]

export interface Replacement {
  readonly place: Place
  readonly mood: Mood
  readonly text: Text
}

export interface Phrase {
  /** Id of the rule that bans it. */
  readonly id: string
  /** The phrase and its variants, as people say them. */
  readonly banned: Readonly<Record<Lang, readonly string[]>>
  /** Longer wordings that contain a banned one and are no violation, such as a polite question. */
  readonly fine?: Readonly<Partial<Record<Lang, readonly string[]>>>
  readonly why: Text
  readonly instead: readonly Replacement[]
}
