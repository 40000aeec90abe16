/**
 * A small second copy in the other storage of the browser: how many events there are, and where the learner stands.
 *
 * It has two uses. A damaged IndexedDB comes back empty and without an error, so only something outside it can tell a
 * new learner from one who has lost everything. And pages that only show progress read it at once, without the log.
 */
import type { Progress } from './progress.ts'

export interface Witness {
  /** Events in the log when it was last seen whole. */
  readonly count: number
  readonly progress: Progress
  /** Events that a page found missing, until the learner goes on without them or gets them back. */
  readonly lost?: number
}

export const NEW_LEARNER: Witness = { count: 0, progress: { modules: new Map() } }

export function encodeWitness({ count, progress: { modules, last, acknowledged } }: Witness): string {
  return JSON.stringify({ v: 1, count, modules: [...modules.values()], last, acknowledged: acknowledged && [...acknowledged] })
}
