/** What is told of a run when it is over: how each meter ended, what each step did, and where there was a better way. */
import { type KeyedMove, type ScenarioKeyed, startOf, type Walk } from './scenario.ts'
import { compare, compareResults, lookAhead, sumOf } from './search.ts'

export type Band = 'good' | 'fair' | 'poor'

export function bandOf({ fair, good }: { readonly fair: number; readonly good: number }, level: number): Band {
  return level >= good ? 'good' : level >= fair ? 'fair' : 'poor'
}

/** `+2` or `−1`, with a real minus. */
export function signed(by: number): string {
  return by < 0 ? `−${-by}` : `+${by}`
}

/** `a` does as well as `b` by every meter, and better by one. */
function outdoes({ effects: a = {} }: KeyedMove, { effects: b = {} }: KeyedMove): boolean {
  const gains = Object.keys({ ...a, ...b }).map(id => (a[id] ?? 0) - (b[id] ?? 0))
  return gains.every(gain => gain >= 0) && gains.some(gain => gain > 0)
}

/**
 * For each step of a run the choice that would have been better there: one that leaves a better result within reach, or
 * the same with fewer rules broken; or else one that does better by a meter and worse by none. A choice that gives up
 * one meter for another is never called worse for that alone: the author may mean it so.
 */
export function betterMoves<S extends ScenarioKeyed>(
  question: S,
  steps: Walk<S>['steps']
): (S['nodes'][number]['choices'][number] | undefined)[] {
  const look = lookAhead(question)
  return steps.map(({ node, move: taken }, index) => {
    const before = steps[index - 1]?.levels ?? startOf(question)
    const ways = node.choices.flatMap(move => {
      const best = look(move, before)?.best
      return best ? [{ move, best }] : []
    })
    ways.sort((a, b) => compare(b.best, a.best))
    const [top] = ways
    const own = ways.find(way => way.move === taken)
    if (!top || !own) return undefined
    if (compareResults(top.best, own.best) > 0) return top.move
    const others = ways.filter(way => compareResults(top.best, way.best) === 0 && outdoes(way.move, taken))
    return others.sort((a, b) => sumOf(b.move.effects ?? {}) - sumOf(a.move.effects ?? {}))[0]?.move
  })
}
