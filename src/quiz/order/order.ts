/** Marks steps put in order. A response is the ids of the steps from first to last. */
import type { Lasting, Marker, OfKind } from '../marker.ts'
import type { Response } from '../question.ts'

export interface OrderKeyed extends OfKind<'order'> {
  /** In the right order. */
  readonly items: readonly { readonly id: string }[]
  readonly musts?: readonly (readonly [string, string])[]
}

/** The known steps of a response, each where it stands first. */
export function sequenceOf(question: OrderKeyed, response: Response): string[] {
  const known = new Set(question.items.map(item => item.id))
  return [...new Set(response.filter(id => known.has(id)))]
}

/**
 * The largest set of steps that stand in the right order among themselves (longest increasing subsequence); moving the
 * others is all there is to do. Of several as large, the one that keeps the earliest steps.
 */
export function inPlace(question: OrderKeyed, response: Response): ReadonlySet<string> {
  const place = new Map(question.items.map((item, index) => [item.id, index]))
  const runs: string[][] = []
  for (const id of sequenceOf(question, response)) {
    const before = runs
      .filter(run => (place.get(run.at(-1) ?? '') ?? -1) < (place.get(id) ?? -1))
      .reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...before, id])
  }
  return new Set(runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []))
}

/** The pairs of `musts` that are the wrong way round. */
export function broken(question: OrderKeyed, response: Response): (readonly [string, string])[] {
  const sequence = sequenceOf(question, response)
  return (question.musts ?? []).filter(([first, then]) => {
    const [a, b] = [sequence.indexOf(first), sequence.indexOf(then)]
    return a >= 0 && b >= 0 && a > b
  })
}

/**
 * Pairs in the right order − pairs in the wrong order, floor 0, out of all pairs: Kendall's rank correlation without its
 * negative half (Kendall 1938, doi 10.1093/biomet/30.1-2.81). Two neighbours swapped of five earn 8 of 10, a reversed
 * order nothing, and chance 16 %, where the longest ordered run would give a guesser 45 %. A broken `must` leaves half
 * at most. A step that is missing makes its pairs wrong.
 */
export const order: Marker<OrderKeyed> = {
  complete: (question, response) => sequenceOf(question, response).length === question.items.length,
  answered: (question, response) => sequenceOf(question, response).length > 0,
  possible: question => Math.max(1, (question.items.length * (question.items.length - 1)) / 2),
  mark(question, response) {
    const sequence = sequenceOf(question, response)
    const all = order.possible(question)
    const right = question.items.reduce((sum, { id }, index) => {
      const at = sequence.indexOf(id)
      const later = question.items.slice(index + 1)
      return at < 0 ? sum : sum + later.filter(other => sequence.indexOf(other.id) > at).length
    }, 0)
    const earned = Math.max(0, 2 * right - all)
    const kept = inPlace(question, response)
    return {
      earned: broken(question, response).length > 0 ? Math.min(earned, Math.floor(all / 2)) : earned,
      parts: question.items.map(({ id }) => ({ id, taken: sequence.includes(id), right: kept.has(id) }))
    }
  }
}

export const orderLasting: Lasting<OrderKeyed> = {
  ids: question => question.items.map(item => item.id),
  key: question => ({ order: question.items.map(item => item.id), musts: question.musts ?? [] })
}
