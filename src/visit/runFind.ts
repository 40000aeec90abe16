/** The list of runs: which are under way, which are done, and which a search finds. */
import type { Run } from './paper.ts'
import { nowOf } from './run.ts'

/** Full-width and half-width, large and small letters are the same. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

const heaps = new WeakMap<Run, string>()

/** Everything of a run that somebody typed. */
function heapOf(run: Run): string {
  const known = heaps.get(run)
  if (known !== undefined) return known
  const steps = [...nowOf(run).steps.values()].flatMap(({ note, reason = '' }) => [note, reason])
  const heap = fold([run.order, run.customer, ...steps].join('\n'))
  heaps.set(run, heap)
  return heap
}

/** Every word that is asked for must occur, anywhere. */
export function matching(runs: readonly Run[], asked: string): Run[] {
  const words = fold(asked)
    .split(/\s+/)
    .filter(word => word !== '')
  return runs.filter(run => words.every(word => heapOf(run).includes(word)))
}

export interface Sorted {
  /** The one worked on last comes first. */
  readonly underWay: readonly Run[]
  /** The one finished last comes first. */
  readonly done: readonly Run[]
}

export function sorted(runs: Iterable<Run>): Sorted {
  const underWay: Run[] = []
  const done: Run[] = []
  for (const run of runs) (nowOf(run).finished === undefined ? underWay : done).push(run)
  const finished = (run: Run) => nowOf(run).finished ?? 0
  return { underWay: underWay.sort((a, b) => b.changed - a.changed), done: done.sort((a, b) => finished(b) - finished(a)) }
}

/** A run under way with this order number. Two visits may share one: this is for a warning. */
export function sameOrder(runs: Iterable<Run>, order: string): Run | undefined {
  const asked = fold(order).trim()
  if (asked === '') return undefined
  const same = [...runs].filter(run => fold(run.order).trim() === asked)
  return sorted(same).underWay[0] ?? sorted(same).done[0]
}
