/**
 * What each kind of question knows of its own marking. A kind is a folder of `src/quiz/` with a marker and a view; who
 * marks, at build, in the page or in a trainer's console, uses the same marker.
 */
import type { Kind, Response } from './question.ts'

/** What became of one part of a question: a choice, a step, an item, a gap, a piece of a transcript, a need. */
export interface Part {
  readonly id: string
  /** Chosen, placed, filled or marked by the learner. */
  readonly taken: boolean
  readonly right: boolean
}

/** What an answer earned; whole points from 0. */
export interface Mark {
  readonly earned: number
  readonly parts: readonly Part[]
}

/** What of a question must last, asked when the site is built. No page needs it, so it stands apart from the marker. */
export interface Lasting<Keyed> {
  /** Ids of what is shuffled when the question is drawn. They stand in learners' records and are never used again. */
  ids(question: Keyed): readonly string[]
  /** What decides the mark, as JSON: when it changes, the revision rises. */
  key(question: Keyed): unknown
}

/** `Keyed` is as much of a question as marking needs; it has no texts, or texts in one language or in both. */
export interface Marker<Keyed> {
  /** May it be submitted? Asked of the learner before marking, so that an answer too early is no wrong one. */
  complete(question: Keyed, response: Response): boolean
  /** Is there anything to mark? */
  answered(question: Keyed, response: Response): boolean
  /** Whole points that the right answer earns, at least 1. */
  possible(question: Keyed): number
  mark(question: Keyed, response: Response): Mark
}

export interface OfKind<K extends Kind> {
  readonly kind: K
}

/** `id=value` entries of a response, by id. An id with two different values has none: nobody can say what was meant. */
export function pairsOf(response: Response, sign = '='): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  const torn = new Set<string>()
  for (const entry of response) {
    const at = entry.indexOf(sign)
    if (at <= 0) continue
    const [id, value] = [entry.slice(0, at), entry.slice(at + 1)]
    if ((pairs.get(id) ?? value) !== value) torn.add(id)
    pairs.set(id, value)
  }
  for (const id of torn) pairs.delete(id)
  return pairs
}

/** A response with one more `id=value`, in place of what stood for that id; without a value the id is taken out. */
export function withPair(response: Response, id: string, value: string | undefined): string[] {
  const others = response.filter(entry => !entry.startsWith(`${id}=`))
  return value === undefined ? others : [...others, `${id}=${value}`]
}
