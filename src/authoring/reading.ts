/**
 * One way to read a figure of the standard out of a sentence.
 *
 * When a sentence is about the figure's subject (`about`), the numbers that its patterns catch must be the register's.
 * A sentence that speaks of something else too (`unless`) is left alone, because a false alarm costs more trust than a
 * missed slip.
 */
import type { Lang } from '../lang/text.ts'

export interface Reading {
  readonly rule: string
  readonly figure: string
  readonly lang: Lang
  /** Read only where the page or question names the rule: the words are too common elsewhere. */
  readonly nearby?: true
  readonly about?: RegExp
  readonly unless?: RegExp
  /** The first group of each is the number. */
  readonly numbers: readonly RegExp[]
  /** Other figures of the same rule that may stand here as well. */
  readonly also?: readonly string[]
  /** What the text must say, from what the register says. Undefined: nothing may be said, because the figure is lost. */
  readonly expected?: (figure: number) => number | undefined
}
