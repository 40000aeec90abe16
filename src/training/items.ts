/** Statistics of the bank's questions from learners' logs. */

import type { Keyed } from '../quiz/score.ts'
import { type ItemStatistics, itemStatistics } from '../quiz/statistics.ts'
import type { LogEvent } from './event.ts'
import type { ItemWords } from './itemWords.ts'
import { further, NOTHING } from './known.ts'
import { learnersIn } from './learners.ts'
import { triesOf } from './tries.ts'

/** A question as the statistics need it, in one language. */
export interface ItemEntry {
  readonly id: string
  readonly revision: number
  readonly kind: string
  readonly module: string
  readonly ask: string
  /** Where it stands as text. */
  readonly href: string
  readonly question: Keyed
  /** In words, what an entry of a response says; of one that places `item=group`, its halves `item` and `=group`. */
  readonly labels: Readonly<Record<string, string>>
}

export interface ItemBank {
  readonly locale: string
  readonly words: ItemWords
  readonly items: readonly ItemEntry[]
}

export interface ItemReport {
  readonly learners: number
  /** First tries that were counted. */
  readonly tries: number
  readonly items: readonly ItemStatistics[]
}

export function itemReport(logs: readonly (readonly LogEvent[])[], entries: readonly ItemEntry[]): ItemReport {
  const revisions = new Map(entries.map(({ id, revision }) => [id, revision]))
  const learners = learnersIn(logs)
  const tries = learners.flatMap((log, index) => triesOf(further(NOTHING, log).attempts, String(index), revisions))
  const items = itemStatistics(
    tries,
    entries.map(({ id, question }) => ({ ...question, id }))
  )
  return { learners: learners.length, tries: items.reduce((sum, { n }) => sum + n, 0), items }
}
