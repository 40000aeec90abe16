/**
 * A question as it lies on a desk or stands before a class: what is listed under it and told by letters or numbers, what
 * is written down, what is right and why. The same for every kind, so that a printed sheet and a projected page need not
 * know the kinds. Each kind's folder says how it is put into this form; `training/laidOut.ts` puts it in a draw's order.
 */
import type { Drawable } from './draw.ts'
import type { Kind } from './question.ts'

/** Kinds that lie on a sheet. A scenario is a script for two, and has a page of its own. */
export type PaperKind = Exclude<Kind, 'scenario'>

export interface Entry {
  readonly id: string
  readonly text: string
}

export interface PaperList {
  readonly title?: string
  readonly sign: 'letter' | 'number'
  /** Number of the gap that its entries are for; stands before their letters. */
  readonly gap?: number
  /** Stands as it was written; other lists stand in the order of the draw. */
  readonly fixed?: boolean
  readonly entries: readonly Entry[]
}

/** What somebody says or does in a transcript. Words with a number can be marked. */
export interface PaperTurn {
  readonly by: 'customer' | 'staff' | 'note'
  /** Who it is, in words; nobody for what happens. */
  readonly name?: string
  readonly says: readonly { readonly id: string; readonly text: string; readonly number?: number }[]
}

/** Where an answer is written: a pair of brackets, a line before each entry of the first list, or lines of its own. */
export type Room =
  | { readonly type: 'box' }
  | { readonly type: 'each' }
  | { readonly type: 'lines'; readonly lines: number; readonly label?: string; readonly unit?: string }

export interface Reason {
  /** Id of the entry, or of the words, that it is about. */
  readonly of?: string
  /** Id of the entry that goes with it: a partner, a group, a rule. */
  readonly to?: string
  /** Part of the answer. */
  readonly right: boolean
  /** Stands before the text: an answer in words, or what to think of these words. */
  readonly label?: string
  /** The answer in a word, where it has no sign. */
  readonly short?: string
  readonly text: string
}

/** What a kind says of one of its questions. */
export interface PaperForm {
  /** A text with its gaps. */
  readonly text?: string
  readonly turns?: readonly PaperTurn[]
  readonly lists?: readonly PaperList[]
  readonly room?: Room
  /** Each of its entries is right or wrong. */
  readonly judged?: boolean
  /** No answer can be told in a few signs. */
  readonly open?: boolean
  readonly reasons: readonly Reason[]
}

export interface Paper extends Drawable, PaperForm {
  readonly kind: PaperKind
  readonly situation: string
  readonly said?: string
  /** What a colleague was about to say, and must not. */
  readonly banned?: string
  readonly ask: string
  /** More about the asking: several may be chosen. */
  readonly note?: string
}
