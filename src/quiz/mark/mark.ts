/**
 * Marks a transcript: which words break a rule, and which rule. A response is `words=rule` for each marked piece, or
 * `words=` while no rule has been named. Pieces are told by id and not by character, so that an answer means the same in
 * both languages; `covered` turns a selection into pieces.
 */
import { type Lasting, type Marker, type OfKind, pairsOf } from '../marker.ts'
import type { Response } from '../question.ts'

export interface MarkKeyed extends OfKind<'mark'> {
  readonly turns: readonly { readonly says: readonly { readonly id: string; readonly breaks?: string }[] }[]
}

function wordsIn(question: MarkKeyed) {
  return question.turns.flatMap(turn => turn.says)
}

/** The known pieces that were marked, with the rule that was named; an empty one where none was, or two were. */
export function marksOf(question: MarkKeyed, response: Response): ReadonlyMap<string, string> {
  const pairs = pairsOf(response)
  const touched = new Set(response.map(entry => entry.slice(0, Math.max(0, entry.indexOf('=')))))
  return new Map(
    wordsIn(question)
      .filter(words => touched.has(words.id))
      .map(words => [words.id, pairs.get(words.id) ?? ''])
  )
}

/** Pieces of which a selection of characters covers at least half; `sizes` in the order of the text, in characters. */
export function covered(sizes: readonly number[], from: number, to: number): number[] {
  let start = 0
  return sizes.flatMap((size, index) => {
    const overlap = Math.min(to, start + size) - Math.max(from, start)
    start += size
    return size > 0 && overlap * 2 >= size ? [index] : []
  })
}

/** What one mark earns or costs. */
export function pointsOf({ breaks }: { readonly breaks?: string }, reason: string | undefined): number {
  return breaks === undefined ? -2 : reason === breaks ? 2 : 1
}

/**
 * Two points for words that break a rule, marked with that rule; one where another rule was named; two less for words
 * that break none; floor 0, out of two for each violation. Marking everything earns nothing where half break no rule
 * (hits − false marks, as H5P's Mark the Words; here with a reason for each mark).
 */
export const mark: Marker<MarkKeyed> = {
  complete(question, response) {
    const marks = [...marksOf(question, response).values()]
    return marks.length > 0 && marks.every(rule => rule !== '')
  },
  answered: (question, response) => marksOf(question, response).size > 0,
  possible: question => Math.max(1, 2 * wordsIn(question).filter(words => words.breaks !== undefined).length),
  mark(question, response) {
    const marks = marksOf(question, response)
    const points = wordsIn(question).map(words => (marks.has(words.id) ? pointsOf(words, marks.get(words.id)) : 0))
    return {
      earned: Math.max(
        0,
        points.reduce<number>((sum, point) => sum + point, 0)
      ),
      parts: wordsIn(question).map(({ id, breaks }) => ({
        id,
        taken: marks.has(id),
        right: breaks === undefined ? !marks.has(id) : marks.get(id) === breaks
      }))
    }
  }
}

export const markLasting: Lasting<MarkKeyed> = {
  ids: question => wordsIn(question).map(words => words.id),
  key: question => wordsIn(question).flatMap(({ id, breaks }) => (breaks === undefined ? [] : `${id}=${breaks}`))
}
